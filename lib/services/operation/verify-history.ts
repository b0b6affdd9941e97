import { z } from 'zod';
import { ok } from '@/lib/domain/result';
import { service } from '../service';

const head = z.object({
  length: z.int().min(0),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  keyId: z.string().nullable().default(null),
});

/** What `head --json` prints, and what the data folder remembers. */
const heads = z.object({ at: z.iso.datetime(), heads: z.record(z.string(), head) });

/** Recomputes every hash of everything kept, compares each snapshot with the reading it stands for, and each chain with what is remembered of it. */
export const verifyHistory = service({
  permission: 'organisation:manage',
  input: z.object({ against: heads.optional() }),
  run: async (ctx, { against }) => ok(await ctx.archive.verify(against)),
});
