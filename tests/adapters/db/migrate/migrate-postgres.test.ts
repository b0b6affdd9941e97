import { describe, expect, inject, test } from 'vitest';
import { verify } from '@/lib/adapters/db/backup/verify';
import { openDatabase } from '@/lib/adapters/db/drivers/prisma';
import { migrate } from '@/lib/adapters/db/migrate/migrate';
import { unmigrated } from '@/tests/support/databases';
import { anOrganisation, aReading } from '../rows';
import { refusal } from './refusal';

describe.skipIf('missing' in inject('postgres'))('a PostgreSQL schema of its own', () => {
  test('named in the address is created, migrated and used, and public stays empty', async () => {
    const place = await unmigrated('postgresql');
    const there = { ...place, url: `${place.url}?schema=adoption` };
    await migrate(there);
    const { store, prisma, close } = await openDatabase(there.url);
    const acme = await anOrganisation(store);
    await store.readings.record(acme, [aReading('2026-11-22')]);
    expect((await store.snapshots.latest(acme))?.day).toBe('2026-11-22');
    expect(await prisma.$queryRaw`SELECT tablename FROM pg_tables WHERE schemaname = 'public'`).toEqual([]);
    expect(await verify({ url: there.url, parse: (body) => JSON.parse(body) })).toMatchObject({ ok: true });
    await close();
    await place.drop();
  });
});

describe.skipIf('missing' in inject('postgres'))('a PostgreSQL that cannot be used', () => {
  test('because the database does not exist is refused with what to do', async () => {
    const place = await unmigrated('postgresql');
    await place.drop();
    expect(await refusal(migrate(place))).toMatch(/has no database "adoption_\w+": create it/);
  });
});
