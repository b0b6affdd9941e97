import 'server-only';
import { cookies } from 'next/headers';
import { fail, ok, type Result } from '@/lib/domain/result';
import { noteProviderFault } from '@/lib/services/access/note-provider-fault';
import type { Context } from '@/lib/services/context';
import { providerCallbackPath } from '@/lib/views/paths';
import { keepAttempt } from './attempt-cookie';

type Failure = { readonly kind: 'not-found' | 'not-signed-in' } | { readonly kind: 'provider-away' };

/**
 * For an action or route: where to send a person of single sign-on who has to prove anew who they are. Once they are back at `to`, their
 * session's `confirmedAt` is then; where the provider did not ask them anew it stays as it was.
 */
export async function beginReauthentication(ctx: Context, to: string): Promise<Result<{ url: string }, Failure>> {
  const { oidc, config, actor } = ctx;
  if (oidc === null) return fail({ kind: 'not-found' });
  if (actor.kind !== 'person' || !('session' in actor.via)) return fail({ kind: 'not-signed-in' });
  const begun = await oidc.begin({ redirectUri: new URL(providerCallbackPath(), config.publicUrl).href, anew: true });
  if (!begun.ok) {
    await noteProviderFault(ctx, begun.failure);
    return fail({ kind: 'provider-away' });
  }
  const { url, attempt } = begun.value;
  await keepAttempt({ cookies: await cookies() }, { ...attempt, to, confirms: actor.via.session }, config);
  return ok({ url });
}
