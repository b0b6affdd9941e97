import { z } from 'zod';
import type { RestoreFailure } from '@/lib/adapters/db/backup/restore';
import { ok, type Result } from '@/lib/domain/result';
import { type Context, contextFor } from '../context';
import { service } from '../service';
import { type Resealed, resealTokens } from './parts/reseal-tokens';

export type { RestoreFailure };

export type RestoredBackup = {
  /** When the backup was made, ISO. */
  readonly madeAt: string;
  readonly rows: Readonly<Record<string, number>>;
  readonly tokens: Resealed;
};

/** Puts a backup in the place of everything, or changes nothing. Keys that came with it are used once, to seal its tokens with ours. */
export const restoreBackup = service({
  permission: 'organisation:manage',
  input: z.object({ file: z.string().min(1), force: z.boolean().default(false) }),
  run: async (ctx, { file, force }): Promise<Result<RestoredBackup, RestoreFailure>> => {
    const restored = await ctx.archive.restore(file, { force });
    if (!restored.ok) return restored;
    const { createdAt, rows, keys } = restored.value;
    const secrets = ctx.secrets.knowing(keys?.encryption?.split('\n') ?? []);
    const tokens = await resealTokens({ store: ctx.store, secrets });
    const inBackup = await asRestored(ctx);
    await inBackup.audit('backup-restored', { detail: { madeAt: createdAt, forced: force } });
    return ok({ madeAt: createdAt, rows, tokens });
  },
});

/** The organisation may be another one now. */
async function asRestored(ctx: Context): Promise<Context> {
  const organisation = (await ctx.store.organisations.first()) ?? ctx.organisation;
  return contextFor(ctx, { actor: ctx.actor, network: ctx.network, organisation });
}
