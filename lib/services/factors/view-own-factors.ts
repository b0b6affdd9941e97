import { z } from 'zod';
import { fail, ok, type Result } from '@/lib/domain/result';
import { type Refusal, service } from '../service';
import { openTotp } from './parts/totp-secret';

export type OwnPasskey = {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
};

export type OwnFactors = {
  /** `unreadable`: set up, but sealed with a key that is not here, so that no code can be checked. */
  readonly totp: 'none' | 'working' | 'unreadable';
  readonly passkeys: readonly OwnPasskey[];
  readonly recoveryCodesLeft: number;
  readonly hasPassword: boolean;
};

/** What one has beside a password. */
export const viewOwnFactors = service({
  permission: 'self:manage',
  bySession: true,
  beforeFactor: true,
  input: z.object({}),
  run: async ({ store, secrets, actor }): Promise<Result<OwnFactors, Refusal>> => {
    if (actor.kind !== 'person') return fail({ kind: 'not-signed-in' });
    const [totp, passkeys, recoveryCodesLeft, credentials] = await Promise.all([
      store.totps.of(actor.id),
      store.passkeys.of(actor.id),
      store.recoveryCodes.left(actor.id),
      store.people.credentials(actor.email),
    ]);
    const confirmed = totp === null || totp.confirmedAt === null ? null : totp;
    return ok({
      totp: confirmed === null ? 'none' : openTotp(secrets, actor.id, confirmed) === null ? 'unreadable' : 'working',
      passkeys: passkeys.map(({ id, name, createdAt, lastUsedAt }) => ({ id, name, createdAt, lastUsedAt })),
      recoveryCodesLeft,
      hasPassword: credentials?.passwordHash != null,
    });
  },
});
