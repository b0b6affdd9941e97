import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import pg from 'pg';
import { afterEach, describe, expect, inject, test } from 'vitest';
import { backup } from '@/lib/adapters/db/backup/backup';
import { verify } from '@/lib/adapters/db/backup/verify';
import { DatabaseUnavailable } from '@/lib/adapters/db/drivers/errors';
import { openDatabase } from '@/lib/adapters/db/drivers/prisma';
import { migrate } from '@/lib/adapters/db/migrate/migrate';
import { temporaryFolder } from '@/tests/support/databases';
import { placeOfRole, type RolePlace } from '@/tests/support/postgres-role';
import { furnished, parse } from '../backup/furnished';
import { refusal } from '../migrate/refusal';
import { anOrganisation, noon } from '../rows';

const endAll = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'THIS_ROLE'";

/** The words of a failure that means: the server cannot do it now. */
async function troubleOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(() => new Error('it went well')).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(DatabaseUnavailable);
  return error instanceof Error ? error.message : '';
}

describe.skipIf('missing' in inject('postgres'))('a PostgreSQL role', () => {
  let place: RolePlace;
  afterEach(() => place.drop());
  const withOwnSchema = async () => {
    place = await placeOfRole('CREATE SCHEMA THIS_ROLE AUTHORIZATION THIS_ROLE');
    await migrate(place);
    return place;
  };

  test('that may only read is told so, and what needs no write goes on', async () => {
    const { url, dataDir, asOwner } = await withOwnSchema();
    const first = await openDatabase(url);
    await furnished(first.store);
    await first.close();
    await asOwner('ALTER ROLE THIS_ROLE SET default_transaction_read_only = on');
    expect(await migrate(place)).toEqual([]);
    expect(await verify({ url, parse })).toMatchObject({ ok: true });
    await backup({ url, file: `${dataDir}/a.backup`, now: noon });
    const { store, close } = await openDatabase(url);
    expect(await store.organisations.first()).not.toBeNull();
    expect(await troubleOf(anOrganisation(store))).toMatch(/is read-only \(a stand-by, .*name the primary/);
    await close();
  });

  test('that may only read and has nothing to read yet is told so at the start', async () => {
    place = await placeOfRole(
      'CREATE SCHEMA THIS_ROLE AUTHORIZATION THIS_ROLE',
      'ALTER ROLE THIS_ROLE SET default_transaction_read_only = on',
    );
    expect(await troubleOf(migrate(place))).toMatch(/is read-only/);
  });

  test('whose statements are cut off is told by what', async () => {
    const { url, asOwner } = await withOwnSchema();
    await asOwner("ALTER ROLE THIS_ROLE SET statement_timeout = '300ms'");
    const { store, close } = await openDatabase(url);
    const acme = await anOrganisation(store);
    const blocker = new pg.Client({ connectionString: url });
    await blocker.connect();
    await blocker.query('SET statement_timeout = 0; BEGIN; LOCK TABLE "Setting" IN ACCESS EXCLUSIVE MODE');
    for (const cut of [
      store.settings.set(acme, 'a', '1'),
      store.atomically((inner) => inner.settings.set(acme, 'a', '1')),
    ])
      expect(await troubleOf(cut)).toMatch(
        /cut off a statement that took longer than statement_timeout allows: raise it/,
      );
    await blocker.end();
    await close();
  });

  test('that may hold three connections serves forty at once, whether it is told so or finds out', async () => {
    const { url, asOwner } = await withOwnSchema();
    await asOwner('ALTER ROLE THIS_ROLE CONNECTION LIMIT 3');
    const modest = await openDatabase(`${url}?connection_limit=3`);
    const acme = await anOrganisation(modest.store);
    await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        modest.store.atomically((inner) => inner.settings.set(acme, `s${index}`, 'x')),
      ),
    );
    await modest.close();
    const told: number[] = [];
    const greedy = await openDatabase(url, { onFewerConnections: (held) => told.push(held) });
    const one = (index: number) => greedy.store.atomically((inner) => inner.settings.get(acme, `s${index}`));
    expect(await Promise.all(Array.from({ length: 40 }, (_, index) => one(index)))).toEqual(Array(40).fill('x'));
    expect(await Promise.all(Array.from({ length: 40 }, () => greedy.store.settings.get(acme, 's1')))).toHaveLength(40);
    await expect.poll(() => told).toEqual([3]);
    await greedy.close();
  });

  test('that is given no connection at all is told so at once', async () => {
    const { url, asOwner } = await withOwnSchema();
    const { store, close } = await openDatabase(`${url}?connection_limit=1`);
    await asOwner('ALTER ROLE THIS_ROLE CONNECTION LIMIT 0', endAll);
    await expect
      .poll(() => troubleOf(store.ping()))
      .toMatch(/no connection left for this user: lower connection_limit/);
    await close();
  });

  test('that finds all connections busy says so after pool_timeout', async () => {
    const { url } = await withOwnSchema();
    const { store, close } = await openDatabase(`${url}?connection_limit=1&pool_timeout=1`);
    const waited = store.atomically(async () => troubleOf(store.ping()));
    expect(await waited).toMatch(/were busy for too long: raise connection_limit or pool_timeout/);
    await close();
  });

  test('that waits for somebody who migrates gives up in words, and one that has nothing to migrate waits for nobody', async () => {
    place = await placeOfRole('CREATE SCHEMA THIS_ROLE AUTHORIZATION THIS_ROLE');
    const blocker = new pg.Client({ connectionString: place.url });
    await blocker.connect();
    await blocker.query('SELECT pg_advisory_lock(72707369)');
    expect(await troubleOf(migrate({ ...place, patienceMs: 1_000 }))).toMatch(
      /^another process has been preparing this database for 1 s: wait until it is done, or end its session/,
    );
    await blocker.query('SELECT pg_advisory_unlock(72707369)');
    expect(await migrate(place)).not.toEqual([]);
    await blocker.query('SELECT pg_advisory_lock(72707369)');
    expect(await migrate(place)).toEqual([]);
    await blocker.end();
  });
});

describe('a PostgreSQL that cannot be reached', () => {
  const told = async (url: string) => {
    const dataDir = temporaryFolder();
    const words = await troubleOf(migrate({ url, dataDir }));
    rmSync(dataDir, { recursive: true });
    return words;
  };

  test('because nobody knows its host is named', async () => {
    expect(await told('postgresql://a:hush@db.invalid/x')).toMatch(
      /^the host db\.invalid in DATABASE_URL is not known/,
    );
  });

  test('because nothing listens is named', async () => {
    expect(await told('postgresql://a:hush@127.0.0.1:9/x')).toMatch(/127\.0\.0\.1:9 refuses connections/);
  });

  test('because it does not answer is named, after connect_timeout', async () => {
    const silent = createServer().listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const address = silent.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    const words = await told(`postgresql://a:hush@127.0.0.1:${address.port}/x?connect_timeout=1`);
    expect(words).toMatch(new RegExp(`127\\.0\\.0\\.1:${address.port} did not answer in time`));
    silent.close();
  });

  test('because something else answers is named', async () => {
    const other = createServer((socket) => socket.on('error', () => {}).end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    other.listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    const dataDir = temporaryFolder();
    const at = `postgresql://a@127.0.0.1:${address.port}/x`;
    expect(await troubleOf(migrate({ url: at, dataDir }))).toMatch(/ended the connection: .* is no PostgreSQL/);
    expect(await refusal(migrate({ url: `${at}?sslmode=require`, dataDir }))).toMatch(/does not speak as PostgreSQL/);
    other.close();
    rmSync(dataDir, { recursive: true });
  });
});
