import type { Db } from '../drivers/db';

/** What everybody who is here has beside a password, before a backup takes the place of everything. */
export type FactorsNow = Awaited<ReturnType<typeof factorsNow>>;

export async function factorsNow({ sql }: Db) {
  const people = await sql.user.findMany({ select: { id: true } });
  const [totps, recoveryCodes, passkeys] = [
    await sql.totp.findMany(),
    await sql.recoveryCode.findMany(),
    await sql.passkey.findMany(),
  ];
  return { people: people.map(({ id }) => id), totps, recoveryCodes, passkeys };
}

/**
 * Who was here keeps the factors of now: an older one may be in somebody else's hands, and codes that were used must not come back. Answers
 * whose differ from the backup's.
 */
export async function keepFactors(db: Db, now: FactorsNow): Promise<string[]> {
  const { sql } = db;
  const here = new Set(now.people);
  const restored = await sql.user.findMany({ select: { id: true, email: true } });
  const both = new Set(restored.map(({ id }) => id).filter((id) => here.has(id)));
  const old = await factorsNow(db);
  const where = { userId: { in: [...both] } };
  await sql.totp.deleteMany({ where });
  await sql.recoveryCode.deleteMany({ where });
  await sql.passkey.deleteMany({ where });
  const theirs = <R extends { userId: string }>(rows: readonly R[]): R[] =>
    rows.filter(({ userId }) => both.has(userId));
  await sql.totp.createMany({ data: theirs(now.totps) });
  await sql.recoveryCode.createMany({ data: theirs(now.recoveryCodes) });
  await sql.passkey.createMany({ data: theirs(now.passkeys) });
  return restored
    .filter(({ id }) => both.has(id) && heldBy(id, old) !== heldBy(id, now))
    .map(({ email }) => email)
    .sort();
}

/** By which app and passkeys somebody is known. */
const heldBy = (id: string, { totps, passkeys }: FactorsNow): string =>
  [
    ...totps
      .filter(({ userId, confirmedAt }) => userId === id && confirmedAt !== null)
      .map((row) => row.createdAt.toISOString()),
    ...passkeys.filter(({ userId }) => userId === id).map((row) => row.credentialId),
  ]
    .sort()
    .join(' ');
