import { statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { DatabaseRefusal, DatabaseUnavailable } from './errors';
import { type PostponedCheckpoint, postponedCheckpoint } from './postponed-checkpoint';
import { keepPrepared, rowsHandedTo } from './prepared';
import { isLocked, sqliteTrouble } from './sqlite-trouble';

type Adapter = Awaited<ReturnType<PrismaBetterSqlite3['connect']>>;
type Query = Parameters<Adapter['queryRaw']>[0];
type Transaction = Awaited<ReturnType<Adapter['startTransaction']>>;

/** How long a write waits for another process's lock. Waiting is asynchronous: reads go on meanwhile. */
const patienceMs = 10_000;
const retryEveryMs = 15;

/**
 * Prisma's own adapter runs everything on one connection, so that a query beside an open transaction becomes part of it,
 * and waits for locks inside SQLite, which stops the whole process. Here reads have a connection of their own, and writes
 * take turns on the other.
 */
export function sqliteAdapter(file: string): Pick<PrismaBetterSqlite3, 'provider' | 'adapterName' | 'connect'> {
  const factory = new PrismaBetterSqlite3({ url: file, fileMustExist: true, timeout: 0 });
  const { provider, adapterName } = factory;
  return { provider, adapterName, connect: () => adapterOver(factory, file) };
}

async function adapterOver(factory: PrismaBetterSqlite3, file: string): Promise<Adapter> {
  const reader = connection(file, async () =>
    keepPrepared(await connect(factory, ['PRAGMA busy_timeout = 5000', 'PRAGMA query_only = ON'])),
  );
  const writer = connection(file, async () => keepPrepared(await connect(factory, [])));
  const turn = turns();
  const alone = async <T>(work: (adapter: Adapter) => Promise<T>): Promise<T> => {
    const until = patience();
    const done = await turn();
    try {
      const adapter = await writer.use();
      return await patiently(() => work(adapter), until);
    } finally {
      done();
    }
  };
  const checkpoint = postponedCheckpoint(alone);
  await Promise.all([reader.use(), writer.use()]);
  return {
    provider: 'sqlite',
    adapterName: factory.adapterName,
    queryRaw: async (query) =>
      /^\s*SELECT\b/i.test(query.sql)
        ? patiently(async () => (await reader.use()).queryRaw(query), patience())
        : alone((adapter) => adapter.queryRaw(query)),
    executeRaw: (query) => alone((adapter) => adapter.executeRaw(query)),
    executeScript: (script) => alone((adapter) => adapter.executeScript(script)),
    startTransaction: async () => {
      const until = patience();
      return begin(writer.use, { until, done: await turn(), checkpoint });
    },
    dispose: async () => {
      checkpoint.cancel();
      await reader.dispose();
      await writer.dispose();
    },
  };
}

type Turn = { readonly until: number; readonly done: () => void; readonly checkpoint: PostponedCheckpoint };

async function begin(use: () => Promise<Adapter>, { until, done, checkpoint }: Turn): Promise<Transaction> {
  try {
    const adapter = await use();
    // IMMEDIATE: a transaction that reads first and writes later would fail at once, without waiting, when another process wrote in between.
    await patiently(() => adapter.executeRaw(plain('BEGIN IMMEDIATE')), until);
    let rows = 0;
    return {
      provider: 'sqlite',
      adapterName: adapter.adapterName,
      options: { usePhantomQuery: false },
      queryRaw: (query) => adapter.queryRaw(query).catch(thrown),
      executeRaw: async (query) => {
        rows += rowsHandedTo(query);
        if (rows > manyRows) await checkpoint.postpone(adapter);
        return adapter.executeRaw(query).catch(thrown);
      },
      commit: async () => done(),
      rollback: async () => {
        await endIfOpen(adapter);
        done();
      },
    };
  } catch (error) {
    done();
    throw error;
  }
}

/** Above it a transaction's checkpoint would take longer than a write that follows should wait. */
const manyRows = 1_000;

/** Prisma sends ROLLBACK itself, but not after a COMMIT that failed (disk full): then the transaction is still open. */
async function endIfOpen(adapter: Adapter): Promise<void> {
  try {
    await adapter.executeRaw(plain('ROLLBACK'));
  } catch (error) {
    if (!(error instanceof Error && error.message.includes('no transaction is active'))) throw error;
  }
}

async function connect(factory: PrismaBetterSqlite3, extra: readonly string[]): Promise<Adapter> {
  const adapter = await factory.connect();
  const ask = async (pragma: string) => String((await adapter.queryRaw(plain(`PRAGMA ${pragma}`))).rows[0]?.[0]);
  const mode = await patiently(() => ask('journal_mode = WAL'), patience());
  await adapter.executeScript(['PRAGMA synchronous = FULL', 'PRAGMA foreign_keys = ON', ...extra].join(';'));
  if (mode === 'wal' && (await ask('synchronous')) === '2' && (await ask('foreign_keys')) === '1') return adapter;
  await adapter.dispose();
  throw new DatabaseRefusal(
    'SQLite could not switch the database to its write-ahead log (WAL), so that writes would not be safe. Network file systems cannot do it: put the database on a local disk, or use PostgreSQL.',
  );
}

/** Opens the file again when another one lies in its place: a connection to a deleted file would write into nothing. */
function connection(file: string, open: () => Promise<Adapter>) {
  let held: { identity: string; adapter: Promise<Adapter> } | null = null;
  const dispose = async () => {
    const old = held;
    held = null;
    if (old !== null) await (await old.adapter).dispose();
  };
  const use = async (): Promise<Adapter> => {
    const identity = identityOf(file);
    if (held?.identity === identity) return held.adapter;
    // Held before anything is waited for, so that who asks meanwhile waits for this one. The old connection closes
    // first: the last one of a file removes the log that lies beside it by its name.
    const adapter = dispose().then(open);
    held = { identity, adapter };
    adapter.catch(() => {
      if (held?.adapter === adapter) held = null;
    });
    return adapter;
  };
  return { use, dispose };
}

function identityOf(file: string): string {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat === undefined) throw new DatabaseUnavailable('the database file is missing');
  return `${stat.dev}:${stat.ino}`;
}

/** One after the other, in the order asked; the answer of `turn` ends it. */
function turns(): () => Promise<() => void> {
  let last = Promise.resolve();
  return async () => {
    const before = last;
    let done = () => {};
    last = new Promise((resolve) => {
      done = resolve;
    });
    await before;
    return done;
  };
}

/** Until when who asks now is patient: whoever stood in line for long has waited already. */
const patience = (): number => performance.now() + patienceMs;

async function patiently<T>(work: () => Promise<T>, until: number): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isLocked(error) || performance.now() > until) thrown(error);
    }
    await sleep(retryEveryMs);
  }
}

function thrown(error: unknown): never {
  throw sqliteTrouble(error) ?? error;
}

const plain = (sql: string): Query => ({ sql, args: [], argTypes: [] });
