import { z } from 'zod';
import type { Drawing } from '@/lib/adapters/one-time-codes';
import { fail, ok, type Result } from '@/lib/domain/result';
import type { Context } from '../context';
import { type Refusal, service } from '../service';
import { openTotp, totpPlace } from './parts/totp-secret';

export type BegunTotp = { readonly secret: string; readonly otpauthUrl: string; readonly drawing: Drawing };

type Failure = { readonly kind: 'factor-there' } | Refusal;

/** A new secret for an app. It counts for nothing until a right code shows that the app holds it. */
export const beginTotp = service({
  permission: 'self:manage',
  confirmed: true,
  beforeFactor: true,
  input: z.object({}),
  run: async (ctx): Promise<Result<BegunTotp, Failure>> => {
    const { actor, codes, secrets, store } = ctx;
    if (actor.kind !== 'person') return fail({ kind: 'not-signed-in' });
    const secret = await codes.secret();
    const begun = await store.totps.begin(actor.id, secrets.seal(secret, totpPlace(actor.id)), ctx.clock.now());
    return begun ? ok(await shown(ctx, secret, actor.email)) : fail({ kind: 'factor-there' });
  },
});

const beginsForMs = 15 * 60_000;

/** What was begun a moment ago and not confirmed yet, shown again after a wrong code; null when there is nothing of the kind. */
export const viewBegunTotp = service({
  permission: 'self:manage',
  confirmed: true,
  beforeFactor: true,
  input: z.object({}),
  run: async (ctx): Promise<Result<BegunTotp | null, Failure>> => {
    const { actor, secrets, store } = ctx;
    if (actor.kind !== 'person') return fail({ kind: 'not-signed-in' });
    const begun = await store.totps.of(actor.id);
    if (begun === null || begun.confirmedAt !== null) return ok(null);
    if (ctx.clock.now().getTime() - begun.createdAt.getTime() > beginsForMs) return ok(null);
    const secret = openTotp(secrets, actor.id, begun);
    return ok(secret === null ? null : await shown(ctx, secret, actor.email));
  },
});

async function shown({ codes, organisation }: Context, secret: string, account: string): Promise<BegunTotp> {
  const otpauthUrl = await codes.address(secret, { issuer: `${organisation.name} adoption`, account });
  return { secret, otpauthUrl, drawing: await codes.draw(otpauthUrl) };
}
