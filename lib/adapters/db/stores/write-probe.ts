import type { Db } from '../drivers/db';

const key = 'write-probe';

/** Writes a row that counts nothing. A value that stays as it is would not do: SQLite writes no page that does not change. */
export async function writeProbe({ sql }: Db): Promise<void> {
  await sql.$executeRaw`
    INSERT INTO "RateLimiterFlexible" ("key", "points", "expire") VALUES (${key}, 1, NULL)
    ON CONFLICT ("key") DO UPDATE SET "points" = ("RateLimiterFlexible"."points" + 1) % 1000000`;
}
