import type { Db } from '../drivers/db';

type Sealed = { readonly sealed: string; readonly keyId: string };

export type StoredTotp = {
  readonly secret: Sealed;
  readonly createdAt: Date;
  /** Null until a right code showed that the app holds the secret: until then it counts for nothing. */
  readonly confirmedAt: Date | null;
};

export type TotpStore = {
  of(userId: string): Promise<StoredTotp | null>;
  /** Takes the place of a secret that was never confirmed; false when a confirmed one is there. */
  begin(userId: string, secret: Sealed, at: Date): Promise<boolean>;
  /** False when another secret was begun meanwhile, or this one is confirmed already. `step` is of the code that showed it. */
  confirm(userId: string, secret: Sealed, proof: { step: number; at: Date }): Promise<boolean>;
  /** Uses up a code: false when it, or a later one, was used already. */
  takeStep(userId: string, step: number): Promise<boolean>;
  remove(userId: string): Promise<boolean>;
  /** Everybody's sealed secret, for a change of keys. */
  sealedSecrets(): Promise<{ userId: string; secret: Sealed }[]>;
  /** Puts the same secret, sealed with another key, in the place of `from`; false when it was set up anew meanwhile. */
  reseal(userId: string, change: { from: Sealed; to: Sealed }): Promise<boolean>;
};

export const totpStore = ({ sql }: Db): TotpStore => ({
  of: async (userId) => {
    const row = await sql.totp.findUnique({ where: { userId } });
    return row && { secret: secretOf(row), createdAt: row.createdAt, confirmedAt: row.confirmedAt };
  },
  begin: async (userId, { sealed, keyId }, at) => {
    const begun = await sql.$executeRaw`
      INSERT INTO "Totp" ("userId", "secretSealed", "secretKeyId", "createdAt") VALUES (${userId}, ${sealed}, ${keyId}, ${at})
      ON CONFLICT ("userId") DO UPDATE SET "secretSealed" = excluded."secretSealed", "secretKeyId" = excluded."secretKeyId",
        "createdAt" = excluded."createdAt", "lastStep" = NULL WHERE "Totp"."confirmedAt" IS NULL`;
    return begun === 1;
  },
  confirm: async (userId, { sealed }, { step, at }) => {
    const { count } = await sql.totp.updateMany({
      where: { userId, secretSealed: sealed, confirmedAt: null },
      data: { confirmedAt: at, lastStep: step },
    });
    return count === 1;
  },
  takeStep: async (userId, step) => {
    const { count } = await sql.totp.updateMany({
      where: { userId, confirmedAt: { not: null }, OR: [{ lastStep: null }, { lastStep: { lt: step } }] },
      data: { lastStep: step },
    });
    return count === 1;
  },
  remove: async (userId) => {
    const { count } = await sql.totp.deleteMany({ where: { userId } });
    return count === 1;
  },
  sealedSecrets: async () => {
    const rows = await sql.totp.findMany({ orderBy: { userId: 'asc' } });
    return rows.map((row) => ({ userId: row.userId, secret: secretOf(row) }));
  },
  reseal: async (userId, { from, to }) => {
    const { count } = await sql.totp.updateMany({
      where: { userId, secretSealed: from.sealed },
      data: { secretSealed: to.sealed, secretKeyId: to.keyId },
    });
    return count === 1;
  },
});

const secretOf = ({ secretSealed, secretKeyId }: { secretSealed: string; secretKeyId: string }): Sealed => ({
  sealed: secretSealed,
  keyId: secretKeyId,
});
