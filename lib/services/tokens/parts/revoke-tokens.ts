import type { Store } from '@/lib/adapters/db/stores/store';
import type { Context } from '../../context';
import { auditAs } from '../../parts/audit-as';

type Wanted = {
  readonly owner: { readonly id: string; readonly email: string };
  /** Who does it, where that is somebody who proves just now who they are. */
  readonly by?: { readonly id: string; readonly name: string };
  readonly which: (token: { readonly id: string; readonly name: string }) => boolean;
  readonly store: Store;
};

/** Revokes somebody's tokens of that kind, and answers how many; each is an entry of its own. */
export async function revokeTokensOf(ctx: Context, { owner, by, which, store }: Wanted): Promise<number> {
  const tokens = await store.tokens.of(ctx.organisation.id, owner.id);
  let revoked = 0;
  for (const { id, name, revokedAt } of tokens) {
    if (revokedAt !== null || !which({ id, name })) continue;
    if (!(await store.tokens.revoke(ctx.organisation.id, id, ctx.clock.now()))) continue;
    revoked += 1;
    const fields = { target: owner.id, said: { target: owner.email, token: name } };
    if (by) await auditAs(ctx, by, { action: 'token-revoked', ...fields, store });
    else await ctx.audit('token-revoked', fields, store);
  }
  return revoked;
}
