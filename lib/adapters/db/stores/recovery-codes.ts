import type { Db } from '../drivers/db';

export type RecoveryCodeStore = {
  /** Takes the place of all that were made before. */
  replace(userId: string, hashes: readonly string[], at: Date): Promise<void>;
  /** Uses one up: false when it is not one of theirs, or was used already. */
  use(userId: string, hash: string, at: Date): Promise<boolean>;
  left(userId: string): Promise<number>;
};

export const recoveryCodeStore = ({ sql }: Db): RecoveryCodeStore => ({
  replace: async (userId, hashes, at) => {
    await sql.recoveryCode.deleteMany({ where: { userId } });
    await sql.recoveryCode.createMany({ data: hashes.map((hash) => ({ userId, hash, createdAt: at })) });
  },
  use: async (userId, hash, at) => {
    const { count } = await sql.recoveryCode.updateMany({
      where: { userId, hash, usedAt: null },
      data: { usedAt: at },
    });
    return count === 1;
  },
  left: (userId) => sql.recoveryCode.count({ where: { userId, usedAt: null } }),
});
