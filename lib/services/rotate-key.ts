import { z } from 'zod';
import { fail, ok, type Result } from '@/lib/domain/result';
import type { Context } from './context';
import { connectionPlace } from './resolve-connection';
import { service } from './service';

export type Rotated = {
  /** How many secrets were sealed anew. */
  readonly resealed: number;
  readonly keyFrom: 'generated' | 'environment';
};

/** `of` are the organisations whose token no known key opens; the old keys stay until that is settled. */
type Failure = { readonly kind: 'unknown-key'; readonly of: readonly string[] };

// A save under way in another process may have taken the old key just before the new one came.
const settleMs = 500;

/** Seals everything with a new key, then forgets the old one. A generated key is made here; the environment's is set by its operator first. */
export const rotateKey = service({
  permission: 'connection:manage',
  input: z.object({}),
  run: async (ctx): Promise<Result<Rotated, Failure>> => {
    const { isGenerated } = ctx.keyRing;
    if (isGenerated) ctx.keyRing.add();
    const first = await resealAll(ctx);
    await new Promise((resolve) => setTimeout(resolve, settleMs));
    const second = await resealAll(ctx);
    if (second.unknown.length > 0) return fail({ kind: 'unknown-key', of: second.unknown });
    if (isGenerated) ctx.keyRing.retire();
    const resealed = first.resealed + second.resealed;
    await ctx.audit('key-rotated', { detail: { resealed, generated: isGenerated } });
    return ok({ resealed, keyFrom: isGenerated ? 'generated' : 'environment' });
  },
});

async function resealAll(ctx: Context): Promise<{ resealed: number; unknown: string[] }> {
  const unknown: string[] = [];
  let resealed = 0;
  for (const { organisationId, token } of await ctx.store.connections.sealedTokens()) {
    const place = connectionPlace(organisationId);
    const plain = openOrNull(ctx, token, place);
    if (plain === null) unknown.push(organisationId);
    else {
      const to = ctx.secrets.seal(plain, place);
      const outdated = to.keyId !== token.keyId;
      if (outdated && (await ctx.store.connections.reseal(organisationId, { from: token, to }))) resealed += 1;
    }
  }
  return { resealed, unknown };
}

/** Null when the key is gone or the value was altered: what it was then cannot be told. */
function openOrNull(ctx: Context, token: { sealed: string; keyId: string }, place: string): string | null {
  try {
    return ctx.secrets.open(token, place);
  } catch {
    return null;
  }
}
