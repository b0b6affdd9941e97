import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { openDatabase } from '@/lib/adapters/db/drivers/prisma';
import { migrate } from '@/lib/adapters/db/migrate/migrate';
import { type Pooler, pgbouncerMissing, startPgbouncer } from '@/tests/support/pgbouncer';
import { placeOfRole, type RolePlace } from '@/tests/support/postgres-role';
import { anOrganisation, aReading } from '../rows';
import { exercise } from './exercise';

const isMissing = 'missing' in inject('postgres') || pgbouncerMissing() !== null;

describe.skipIf(isMissing)('behind a PgBouncer that lends connections for a transaction', () => {
  let place: RolePlace;
  let pooler: Pooler;
  beforeEach(async () => {
    place = await placeOfRole(
      'CREATE SCHEMA THIS_ROLE AUTHORIZATION THIS_ROLE',
      'CREATE SCHEMA other AUTHORIZATION THIS_ROLE',
    );
    pooler = await startPgbouncer(place.url);
  });
  afterEach(async () => {
    await pooler.stop();
    await place.drop();
  });

  test.each(['', '?pgbouncer=true&connection_limit=5', '?schema=other', '?schema=other&statement_cache_size=0'])(
    'everything works with %s, and no lock stays behind',
    async (query) => {
      await exercise({ url: `${pooler.url}${query}`, dataDir: place.dataDir });
      expect(await place.ask("SELECT 1 FROM pg_locks WHERE locktype = 'advisory'")).toEqual([]);
      const schema = query.includes('other') ? 'other' : place.role;
      expect(await place.ask("SELECT schemaname FROM pg_tables WHERE tablename = 'Reading'")).toEqual([
        { schemaname: schema },
      ]);
    },
  );

  test('many at once read and write the same instants although the role dates otherwise', async () => {
    await place.asOwner(
      "ALTER ROLE THIS_ROLE SET datestyle = 'German'",
      "ALTER ROLE THIS_ROLE SET timezone = 'Asia/Kolkata'",
    );
    const { dataDir } = place;
    await Promise.all(Array.from({ length: 4 }, () => migrate({ url: pooler.url, dataDir })));
    const { store, close } = await openDatabase(pooler.url);
    const ids = await Promise.all(Array.from({ length: 20 }, (_, index) => anOrganisation(store, `Acme ${index}`)));
    await Promise.all(ids.map((id) => store.readings.record(id, [aReading('2026-11-20')])));
    const found = await Promise.all(
      ids.map((id) => store.atomically(async (inner) => (await inner.snapshots.latest(id))?.takenAt)),
    );
    expect(found).toEqual(ids.map(() => new Date('2026-11-20T06:00:00Z')));
    await close();
  });

  test('what it refuses is told in its own words at once', async () => {
    await expect(
      migrate({ url: `${pooler.url}?options=-c%20statement_timeout%3D5s`, dataDir: place.dataDir }),
    ).rejects.toThrow(
      /a pooler before it refuses the connection in its own words, "unsupported startup parameter: options/,
    );
  });
});
