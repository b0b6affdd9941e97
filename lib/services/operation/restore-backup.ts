import { z } from 'zod';
import type { StaysRevoked } from '@/lib/adapters/db/backup/newer-facts';
import type { RestoreFailure } from '@/lib/adapters/db/backup/restore';
import { ok, type Result } from '@/lib/domain/result';
import { type Context, contextFor } from '../context';
import { openTotp } from '../factors/parts/totp-secret';
import { actorName } from '../parts/actor-name';
import { service } from '../service';
import { resealSecrets } from './parts/reseal-secrets';
import type { Resealed } from './parts/reseal-tokens';

export type { RestoreFailure, StaysRevoked };

export type RestoredBackup = {
  /** When the backup was made, ISO. */
  readonly madeAt: string;
  readonly rows: Readonly<Record<string, number>>;
  readonly tokens: Resealed;
  /** Whose codes cannot be checked, since their key is not here: by address. */
  readonly unreadableFactors: readonly string[];
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
    const tokens = await resealSecrets({ store: ctx.store, secrets });
    const unreadableFactors = await unreadable(ctx);
    const inBackup = await asRestored(ctx);
    await inBackup.audit('backup-restored', { detail: { madeAt: createdAt, forced: force, ...counted(staysRevoked) } });
    const { id } = inBackup.organisation;
    const withoutAdmin = (await ctx.store.people.any()) && (await ctx.store.people.countActiveAdmins(id)) === 0;
    return ok({ madeAt: createdAt, rows, tokens, unreadableFactors, keptAt, staysRevoked, withoutAdmin });
  },
});

const counted = ({ tokens, passwords, roles, disabled, factors }: StaysRevoked) => ({
  tokensStayRevoked: tokens.length,
  passwordsStay: passwords.length,
  rolesStay: roles.length,
  peopleStayDisabled: disabled.length,
  factorsStay: factors.length,
});

async function unreadable({ store, secrets, organisation }: Context): Promise<string[]> {
  const sealed = await store.totps.sealedSecrets();
  const closed = new Set(
    sealed.filter((totp) => openTotp(secrets, totp.userId, totp) === null).map(({ userId }) => userId),
  );
  if (closed.size === 0) return [];
  const { id } = (await store.organisations.first()) ?? organisation;
  return (await store.people.all(id)).filter((person) => closed.has(person.id)).map(({ email }) => email);
}

/** The organisation may be another one now. */
async function asRestored(ctx: Context): Promise<Context> {
  const organisation = (await ctx.store.organisations.first()) ?? ctx.organisation;
  return contextFor(ctx, { actor: ctx.actor, network: ctx.network, organisation });
}
