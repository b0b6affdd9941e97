import type { LinkKind } from '@/lib/adapters/db/stores/links';
import type { Store } from '@/lib/adapters/db/stores/store';
import { linkLifetimeMs } from '@/lib/domain/session';
import { linkPath } from '@/lib/views/paths';
import type { Context } from '../../context';
import { fingerprint, randomSecret } from '../../parts/random-secret';

export type OneTimeLink = { readonly url: string; readonly expiresAt: Date };

/** A link that works once. Its secret is in the answer and nowhere else; `store` is the transaction of the change it belongs to. */
export async function createLink(
  ctx: Context,
  { kind, userId, store }: { kind: LinkKind; userId: string | null; store: Store },
): Promise<OneTimeLink> {
  const secret = randomSecret();
  const createdAt = ctx.clock.now();
  const expiresAt = new Date(createdAt.getTime() + linkLifetimeMs[kind]);
  await store.links.create({
    id: crypto.randomUUID(),
    kind,
    userId,
    hash: await fingerprint(secret),
    createdById: ctx.actor.kind === 'person' ? ctx.actor.id : null,
    createdAt,
    expiresAt,
  });
  return { url: new URL(linkPath(kind, secret), ctx.config.publicUrl).href, expiresAt };
}
