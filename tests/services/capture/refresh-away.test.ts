import { renameSync } from 'node:fs';
import pg from 'pg';
import { expect, inject, test } from 'vitest';
import { DatabaseUnavailable } from '@/lib/adapters/db/drivers/errors';
import { fileOf } from '@/lib/adapters/db/drivers/location';
import type { Store } from '@/lib/adapters/db/stores/store';
import { refreshSnapshot } from '@/lib/services/capture/refresh-snapshot';
import { cast, signedIn } from '../../../demo/cast';
import { onEachDatabase, type TestDatabase } from '../../support/databases';
import { worldPerTest } from '../../support/world';

onEachDatabase((fresh, kind) => {
  const small = worldPerTest({ fresh });

  const takeAway = kind === 'postgresql' ? closePostgres : hideSqlite;
  const readings = () => small.world.store.readings.page('first', 0, 100);
  const snapshots = () => small.world.store.snapshots.between('first', { from: '0001-01-01', to: '9999-12-31' });
  const waits = () => small.logged.filter(({ event }) => event === 'refresh-waits-for-database').length;

  /** A refresh by hand; `heard` happens between Enpass's answer and the writing of it. */
  const refresh = ({ heard = async () => {}, store = small.world.store }: Between) => {
    const ctx = small.as(signedIn(cast.olga));
    const enpass: typeof ctx.enpass = {
      ...ctx.enpass,
      read: async (target, how) => {
        const outcome = await ctx.enpass.read(target, how);
        await heard();
        return outcome;
      },
    };
    return refreshSnapshot({ ...ctx, store, enpass }, { trigger: 'manual' });
  };

  test.each([
    ['good', { ok: true, value: { run: { outcome: 'succeeded', attempts: 1 } } }],
    ['401', { ok: false, failure: { run: { outcome: 'failed', failure: { kind: 'token-refused' } } } }],
  ] as const)('an answer (%s) that comes while the database is away is kept when it is back', async (mode, end) => {
    small.enpass.setMode(mode);
    const bringBack: (() => Promise<void>)[] = [];
    const refreshing = refresh({ heard: async () => void bringBack.push(await takeAway(small.database)) });
    await expect.poll(waits, { timeout: 10_000 }).toBeGreaterThan(1);
    for (const back of bringBack) await back();
    expect(await refreshing).toMatchObject(end);
    expect(small.enpass.requests).toHaveLength(1);
    expect(await readings()).toHaveLength(mode === 'good' ? 1 : 0);
    expect(await snapshots()).toHaveLength(mode === 'good' ? 1 : 0);
    expect(await small.world.store.leases.current('first')).toBeNull();
  });

  test('a run does not try to write any more when its lease has ended', async () => {
    const { store } = failing({ store: small.world.store, times: 100, before: () => small.clock.forward(4_000) });
    await expect(refresh({ store })).rejects.toBeInstanceOf(DatabaseUnavailable);
    expect(waits()).toBe(2);
    expect(await readings()).toHaveLength(0);
  });

  test('a run whose lease went to another while the database was away writes nothing', async () => {
    const now = new Date(small.clock.now().getTime() + 60_000);
    const other = { runId: 'other', now, expiresAt: new Date(now.getTime() + 9_000) };
    const before = async () => void (await small.world.store.leases.take('first', other));
    const { store, tries } = failing({ store: small.world.store, times: 1, before });
    await refresh({ store });
    expect(tries()).toBe(2);
    expect(await readings()).toHaveLength(0);
    expect(await small.world.store.leases.current('first')).toMatchObject({ runId: 'other' });
  });

  test('an end that was written but not heard of is not written twice', async () => {
    const { store, tries } = failing({ store: small.world.store, times: 2, lands: true });
    expect(await refresh({ store })).toMatchObject({ ok: true, value: { run: { outcome: 'succeeded' } } });
    expect(tries()).toBe(3);
    expect(await readings()).toHaveLength(1);
  });

  test('a stopping process does not wait for the database', async () => {
    const { store } = failing({ store: small.world.store, times: 100, before: () => small.stop() });
    await expect(refresh({ store })).rejects.toBeInstanceOf(DatabaseUnavailable);
    expect(waits()).toBe(0);
  });

  test('a mistake of ours is not tried again', async () => {
    const { store, tries } = failing({ store: small.world.store, times: 100, error: new TypeError('ours') });
    await expect(refresh({ store })).rejects.toThrow('ours');
    expect(tries()).toBe(1);
  });
});

type Between = { readonly heard?: () => Promise<void>; readonly store?: Store };

type Fault = {
  readonly store: Store;
  readonly times: number;
  readonly before?: () => unknown;
  /** True when the write itself succeeds and only its success is lost. */
  readonly lands?: boolean;
  readonly error?: Error;
};

/** A store that fails `times` times in writing a run's end, which is the transaction after the one that begins the run. */
function failing({ store, times, before, lands = false, error = new DatabaseUnavailable('away') }: Fault) {
  let transactions = 0;
  const atomically: Store['atomically'] = async (work) => {
    const tries = transactions++;
    if (tries === 0 || tries > times) return store.atomically(work);
    await before?.();
    if (lands) await store.atomically(work);
    throw error;
  };
  return { store: { ...store, atomically }, tries: () => transactions - 1 };
}

async function hideSqlite({ url }: TestDatabase): Promise<() => Promise<void>> {
  const file = fileOf(url);
  renameSync(file, `${file}.away`);
  return async () => renameSync(`${file}.away`, file);
}

async function closePostgres({ url }: TestDatabase): Promise<() => Promise<void>> {
  const server = inject('postgres');
  if ('missing' in server) throw new Error(server.missing);
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  const name = new URL(url).pathname.slice(1);
  await client.query(`ALTER DATABASE ${client.escapeIdentifier(name)} ALLOW_CONNECTIONS false`);
  await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name]);
  return async () => {
    await client.query(`ALTER DATABASE ${client.escapeIdentifier(name)} ALLOW_CONNECTIONS true`);
    await client.end();
  };
}
