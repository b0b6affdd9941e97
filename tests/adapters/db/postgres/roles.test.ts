import { afterEach, describe, expect, inject, test } from 'vitest';
import { verify } from '@/lib/adapters/db/backup/verify';
import { openDatabase } from '@/lib/adapters/db/drivers/prisma';
import { migrate } from '@/lib/adapters/db/migrate/migrate';
import { placeOfRole, type RolePlace } from '@/tests/support/postgres-role';
import { parse } from '../backup/furnished';
import { refusal } from '../migrate/refusal';
import { after, anOrganisation } from '../rows';
import { exercise } from './exercise';

const tablesIn = (schema: string) =>
  `SELECT tablename FROM pg_tables WHERE schemaname = '${schema}' AND tablename = 'Reading'`;

describe.skipIf('missing' in inject('postgres'))('a PostgreSQL role', () => {
  let place: RolePlace;
  const roleThatMay = async (...statements: readonly string[]) => {
    place = await placeOfRole(...statements);
    return place;
  };
  afterEach(() => place.drop());

  test('whose search path leads to its own schema has everything there', async () => {
    const { ask } = await roleThatMay(
      'CREATE SCHEMA "Own $1" AUTHORIZATION THIS_ROLE',
      'ALTER ROLE THIS_ROLE SET search_path = "Own $1"',
    );
    await exercise(place);
    expect(await ask(tablesIn('Own $1'))).toHaveLength(1);
    expect(await ask(tablesIn('public'))).toEqual([]);
  });

  test('whose schema is called like itself has everything there', async () => {
    const { ask, role } = await roleThatMay('CREATE SCHEMA THIS_ROLE AUTHORIZATION THIS_ROLE');
    await exercise(place);
    expect(await ask(tablesIn(role))).toHaveLength(1);
  });

  test('that owns a schema and may create none starts in it, whatever its search path', async () => {
    const { url, dataDir, ask } = await roleThatMay(
      'CREATE SCHEMA adoption AUTHORIZATION THIS_ROLE',
      'ALTER ROLE THIS_ROLE SET search_path = pg_catalog',
    );
    await exercise({ url: `${url}?schema=adoption`, dataDir });
    expect(await ask(tablesIn('adoption'))).toHaveLength(1);
  });

  test('that may create schemas has the one in its address made', async () => {
    const { url, dataDir, ask } = await roleThatMay('GRANT CREATE ON DATABASE THIS_DATABASE TO THIS_ROLE');
    await exercise({ url: `${url}?schema=adoption`, dataDir });
    expect(await ask(tablesIn('adoption'))).toHaveLength(1);
  });

  test('that may create nothing is told what it needs, and nothing of becoming an owner of the database', async () => {
    const { role } = await roleThatMay();
    const told = await refusal(migrate(place));
    expect(told).toMatch(/permission denied for schema public/);
    expect(told).toContain(`CREATE SCHEMA adoption AUTHORIZATION "${role}"`);
  });

  test('without a schema on its search path is told to name one', async () => {
    await roleThatMay('ALTER ROLE THIS_ROLE SET search_path = nowhere');
    expect(await refusal(migrate(place))).toMatch(/No schema .* Name one: add \?schema=adoption/);
  });

  test('that may read and write rows alone serves once another has migrated', async () => {
    const { url, dataDir, asOwner } = await roleThatMay('CREATE SCHEMA adoption');
    const owner = new URL(`${url}?schema=adoption`);
    owner.username = 'postgres';
    await migrate({ url: owner.toString(), dataDir });
    await asOwner(
      'GRANT USAGE ON SCHEMA adoption TO THIS_ROLE',
      'GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA adoption TO THIS_ROLE',
    );
    const there = `${url}?schema=adoption`;
    expect(await migrate({ url: there, dataDir })).toEqual([]);
    const { store, close } = await openDatabase(there);
    await anOrganisation(store);
    await close();
    expect(await verify({ url: there, parse })).toMatchObject({ ok: true });
  });

  test.each([
    ['German', 'UTC'],
    ['SQL, DMY', 'Asia/Kolkata'],
    ['Postgres, MDY', 'America/St_Johns'],
  ])('with the date style %s in %s reads and writes the same instants', async (style, zone) => {
    await roleThatMay(
      'CREATE SCHEMA THIS_ROLE AUTHORIZATION THIS_ROLE',
      `ALTER ROLE THIS_ROLE SET datestyle = '${style}'`,
      `ALTER ROLE THIS_ROLE SET timezone = '${zone}'`,
      'ALTER ROLE THIS_ROLE SET extra_float_digits = -8',
    );
    await exercise(place);
    const { store, close } = await openDatabase(place.url);
    const organisation = await store.organisations.first();
    const [target] = await store.targets.all(organisation?.id ?? '');
    const newest = await store.snapshots.latest(organisation?.id ?? '');
    expect([newest?.takenAt, target?.value]).toEqual([after(7), 1 / 3]);
    await close();
  });
});
