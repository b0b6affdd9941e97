import type { Db } from '../drivers/db';

export type StoredPasskey = {
  readonly id: string;
  readonly userId: string;
  /** Base64url, as browsers write it. */
  readonly credentialId: string;
  readonly publicKey: string;
  readonly counter: number;
  readonly transports: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
};

/** What a browser was asked to sign. `userId` is null when anybody's passkey may answer. */
export type Challenge = {
  readonly id: string;
  readonly purpose: string;
  readonly userId: string | null;
  readonly challenge: string;
  readonly expiresAt: Date;
};

export type PasskeyStore = {
  /** In the order in which they were made. */
  of(userId: string): Promise<StoredPasskey[]>;
  byCredential(credentialId: string): Promise<StoredPasskey | null>;
  /** False when this credential is kept already, whoever's it is. */
  add(passkey: Omit<StoredPasskey, 'lastUsedAt'>): Promise<boolean>;
  used(id: string, counter: number, at: Date): Promise<void>;
  /** Only the owner's; false when it is not there. */
  rename(userId: string, id: string, name: string): Promise<boolean>;
  remove(userId: string, id: string): Promise<boolean>;
  removeAll(userId: string): Promise<number>;
  /** Uses a challenge up: false when it was answered before. Those that are over go at the same time. */
  takeChallenge(challenge: Challenge, at: Date): Promise<boolean>;
};

export const passkeyStore = ({ sql }: Db): PasskeyStore => ({
  of: (userId) => sql.passkey.findMany({ where: { userId }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] }),
  byCredential: (credentialId) => sql.passkey.findUnique({ where: { credentialId } }),
  add: async (passkey) => {
    // Not `create` and a caught error: on PostgreSQL an error ends the whole transaction this may be part of.
    const { id, userId, credentialId, publicKey, counter, transports, name, createdAt } = passkey;
    const added = await sql.$executeRaw`
      INSERT INTO "Passkey" ("id", "userId", "credentialId", "publicKey", "counter", "transports", "name", "createdAt")
      VALUES (${id}, ${userId}, ${credentialId}, ${publicKey}, ${atMost(counter)}, ${transports}, ${name}, ${createdAt})
      ON CONFLICT ("credentialId") DO NOTHING`;
    return added === 1;
  },
  used: async (id, counter, at) => {
    await sql.passkey.updateMany({ where: { id }, data: { counter: atMost(counter), lastUsedAt: at } });
  },
  rename: async (userId, id, name) =>
    (await sql.passkey.updateMany({ where: { id, userId }, data: { name } })).count === 1,
  remove: async (userId, id) => (await sql.passkey.deleteMany({ where: { id, userId } })).count === 1,
  removeAll: async (userId) => (await sql.passkey.deleteMany({ where: { userId } })).count,
  takeChallenge: async ({ id, purpose, userId, challenge, expiresAt }, at) => {
    await sql.passkeyChallenge.deleteMany({ where: { expiresAt: { lt: at } } });
    const used = await sql.$executeRaw`
      INSERT INTO "PasskeyChallenge" ("id", "purpose", "userId", "challenge", "expiresAt", "usedAt")
      VALUES (${id}, ${purpose}, ${userId}, ${challenge}, ${expiresAt}, ${at})
      ON CONFLICT ("id") DO NOTHING`;
    return used === 1;
  },
});

// Authenticators count to 2^32; the column holds half of that, and a counter that stays there still lets a higher one pass.
const atMost = (counter: number): number => Math.min(counter, 2 ** 31 - 1);
