import { z } from 'zod';
import { ok } from '@/lib/domain/result';
import { service } from '../service';

/** Recomputes every hash of everything kept, and compares each snapshot with the reading it stands for. */
export const verifyHistory = service({
  permission: 'organisation:manage',
  input: z.object({}),
  run: async (ctx) => ok(await ctx.archive.verify()),
});
