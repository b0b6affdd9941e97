import { z } from 'zod';
import { fail, ok, type Result } from '@/lib/domain/result';
import { service } from '../service';
import { resealSecrets } from './parts/reseal-secrets';

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
    const first = await resealSecrets(ctx);
    await ctx.archive.rewriteKeys();
    await new Promise((resolve) => setTimeout(resolve, settleMs));
    const second = await resealSecrets(ctx);
    await ctx.archive.rewriteKeys();
    if (second.unknown.length > 0) return fail({ kind: 'unknown-key', of: second.unknown });
    if (isGenerated) ctx.keyRing.retire();
    const resealed = first.resealed + second.resealed;
    await ctx.audit('key-rotated', { detail: { resealed, generated: isGenerated } });
    return ok({ resealed, keyFrom: isGenerated ? 'generated' : 'environment' });
  },
});
