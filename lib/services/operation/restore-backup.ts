import { z } from 'zod';
import type { StaysRevoked } from '@/lib/adapters/db/backup/newer-facts';
import type { RestoreFailure } from '@/lib/adapters/db/backup/restore';
import { ok, type Result } from '@/lib/domain/result';
import { type Context, contextFor } from '../context';
import { actorName } from '../parts/actor-name';
import { service } from '../service';
import { type Resealed, resealTokens } from './parts/reseal-tokens';

export type { RestoreFailure, StaysRevoked };

export type RestoredBackup = {
  /** When the backup was made, ISO. */
  readonly madeAt: string;
  readonly rows: Readonly<Record<string, number>>;
  readonly tokens: Resealed;
  /** The file with what was replaced; null where nothing was. */
  readonly keptAt: string | null;
  /** What was taken away after the backup had been made, and is not given back. */
  readonly staysRevoked: StaysRevoked;
  /** Whether nobody is left who may manage people: then the command line has to make somebody an admin. */
  readonly withoutAdmin: boolean;
};

/** Puts a backup in the place of everything, or changes nothing. Keys that came with it are used once, to seal its tokens with ours. */
export const restoreBackup = service({
  permission: 'organisation:manage',
  input: z.object({ file: z.string().min(1), force: z.boolean().default(false) }),
  run: async (ctx, { file, force }): Promise<Result<RestoredBackup, RestoreFailure>> => {
    const by = { at: ctx.clock.now(), actorName: actorName(ctx) };
    const restored = await ctx.archive.restore(file, { force, keepIn: ctx.config.dataDir, by });
    if (!restored.ok) return restored;
    const { createdAt, rows, keys, keptAt, staysRevoked } = restored.value;
    const secrets = ctx.secrets.knowing(keys?.encryption?.split('\n') ?? []);
    const tokens = await resealTokens({ store: ctx.store, secrets });
    const inBackup = await asRestored(ctx);
    await inBackup.audit('backup-restored', { detail: { madeAt: createdAt, forced: force, ...counted(staysRevoked) } });
    const { id } = inBackup.organisation;
    const withoutAdmin = (await ctx.store.people.any()) && (await ctx.store.people.countActiveAdmins(id)) === 0;
    return ok({ madeAt: createdAt, rows, tokens, keptAt, staysRevoked, withoutAdmin });
  },
});

const counted = ({ tokens, passwords, roles, disabled }: StaysRevoked) => ({
  tokensStayRevoked: tokens.length,
  passwordsStay: passwords.length,
  rolesStay: roles.length,
  peopleStayDisabled: disabled.length,
});

/** The organisation may be another one now. */
async function asRestored(ctx: Context): Promise<Context> {
  const organisation = (await ctx.store.organisations.first()) ?? ctx.organisation;
  return contextFor(ctx, { actor: ctx.actor, network: ctx.network, organisation });
}
