#!/usr/bin/env node
// Stand-in for Prisma's native `schema-engine` binary: speaks the same JSON-RPC over stdio,
// but runs @prisma/schema-engine-wasm on the project's driver adapters. No download needed.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import readline from 'node:readline';
import { parseArgs } from 'node:util';

const require = createRequire(import.meta.url);
const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: {
    datamodels: { type: 'string', multiple: true },
    datasource: { type: 'string' },
    'enabled-preview-features': { type: 'string' },
    'extension-types': { type: 'string' },
  },
});
const ds = values.datasource ? JSON.parse(values.datasource) : {};
const log = (level, message, extra = {}) =>
  process.stderr.write(
    '\n' + JSON.stringify({ level, target: 'schema_engine::logger', fields: { message, ...extra } }),
  ); // the CLI skips the first line

async function adapterFactory(url, shadowDatabaseUrl) {
  if (/^postgres(ql)?:/.test(url)) {
    const { PrismaPg } = await import('@prisma/adapter-pg');
    const { default: pg } = await import('pg');
    // adapter-pg cannot map the catalogue type "char" (OID 18); present it as text (OID 25).
    const asText = (r) => {
      for (const one of Array.isArray(r) ? r : [r])
        for (const f of one?.fields ?? []) if (f.dataTypeID === 18) f.dataTypeID = 25;
      return r;
    };
    class Client extends pg.Client {
      query(...args) {
        const r = super.query(...args);
        return typeof r?.then === 'function' ? r.then(asText) : r;
      }
    }
    class Pool extends pg.Pool {
      query(...args) {
        const r = super.query(...args);
        return typeof r?.then === 'function' ? r.then(asText) : r;
      }
    }
    const make = (u) => {
      const schema = new URL(u).searchParams.get('schema') ?? undefined;
      return new PrismaPg(new Pool({ connectionString: u, Client, max: 2 }), { schema, disposeExternalPool: true });
    };
    const main = make(url);
    return {
      provider: main.provider,
      adapterName: main.adapterName,
      connect: () => main.connect(),
      connectToShadowDb: async () => {
        if (shadowDatabaseUrl) return make(shadowDatabaseUrl).connect();
        const name = `prisma_migrate_shadow_db_${crypto.randomUUID()}`;
        const admin = new pg.Client({ connectionString: url });
        await admin.connect();
        await admin.query(`CREATE DATABASE "${name}"`);
        const u = new URL(url);
        u.pathname = '/' + name;
        const conn = await make(u.toString()).connect();
        const dispose = conn.dispose.bind(conn);
        conn.dispose = async () => {
          await dispose();
          await admin.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
          await admin.end();
        };
        return conn;
      },
    };
  }
  const { PrismaBetterSqlite3 } = await import('@prisma/adapter-better-sqlite3');
  const inner = new PrismaBetterSqlite3({ url }, shadowDatabaseUrl ? { shadowDatabaseUrl } : undefined);
  // Upstream bug (also in Prisma 6 `engine: 'js'`): on SQLite the WASM engine reports P1014 instead of
  // treating a missing `_prisma_migrations` as "nothing applied yet". Answer with an empty result.
  const patch = (conn) => {
    const queryRaw = conn.queryRaw.bind(conn);
    conn.queryRaw = async (q) => {
      try {
        return await queryRaw(q);
      } catch (e) {
        if (e?.cause?.kind === 'TableDoesNotExist' && e.cause.table === '_prisma_migrations')
          return { columnNames: [], columnTypes: [], rows: [] };
        throw e;
      }
    };
    // better-sqlite3's prepare() takes one statement; the engine sends whole migration scripts.
    const executeRaw = conn.executeRaw.bind(conn);
    conn.executeRaw = async (q) => {
      if (q.args.length) return executeRaw(q);
      await conn.executeScript(q.sql);
      return 0;
    };
    return conn;
  };
  return {
    provider: inner.provider,
    adapterName: inner.adapterName,
    connect: async () => patch(await inner.connect()),
    connectToShadowDb: async () => patch(await inner.connectToShadowDb()),
  };
}

async function loadWasm() {
  const dir = process.env.SE_WASM_DIR ?? dirname(require.resolve('@prisma/schema-engine-wasm'));
  const glue = await import(join(dir, 'schema_engine_bg.js'));
  const bytes = readFileSync(join(dir, 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': glue });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return glue.SchemaEngine;
}

let enginePromise;
function engine(params) {
  enginePromise ??= (async () => {
    const { bindMigrationAwareSqlAdapterFactory } = await import('@prisma/driver-adapter-utils');
    const SchemaEngine = await loadWasm();
    const datamodels = (values.datamodels ?? []).map((f) => [f, readFileSync(f, 'utf8')]);
    const url = ds.url ?? findUrl(params) ?? 'file::memory:';
    const factory = bindMigrationAwareSqlAdapterFactory(await adapterFactory(url, ds.shadowDatabaseUrl));
    const eng = await SchemaEngine.new(
      { datamodels: datamodels.length ? datamodels : undefined },
      (s) => process.env.DEBUG && process.stderr.write(s + '\n'),
      factory,
    );
    return eng;
  })();
  return enginePromise;
}
const findUrl = (p) => p?.datasource?.url ?? p?.from?.url ?? p?.to?.url ?? p?.datasourceType?.url;

// --- `cli can-connect-to-database | create-database` ---------------------------------------
async function cli(cmd) {
  const fail = (code, message) => {
    log('ERROR', message, { error_code: code, is_panic: false });
    process.exit(1);
  };
  if (/^postgres(ql)?:/.test(ds.url)) {
    const { default: pg } = await import('pg');
    const u = new URL(ds.url);
    const db = decodeURIComponent(u.pathname.slice(1));
    const tryConnect = async (url) => {
      const c = new pg.Client({ connectionString: url });
      await c.connect();
      return c;
    };
    try {
      if (cmd === 'create-database') {
        u.pathname = '/postgres';
        u.search = '';
        const c = await tryConnect(u.toString());
        await c.query(`CREATE DATABASE "${db.replaceAll('"', '""')}"`);
        await c.end();
        log('INFO', `Database created`);
      } else {
        const c = await tryConnect(ds.url);
        await c.end();
        log('INFO', 'Connection successful');
      }
    } catch (e) {
      if (e.code === '3D000') fail('P1003', `Database \`${db}\` does not exist`);
      if (e.code === 'ECONNREFUSED') fail('P1001', `Can't reach database server at \`${u.host}\``);
      if (e.code === '28P01') fail('P1000', 'Authentication failed against database server');
      fail('P1000', e.message);
    }
  } else {
    const { existsSync, mkdirSync } = await import('node:fs');
    const file = resolve(ds.url.replace(/^file:/, '').split('?')[0]);
    if (cmd === 'create-database') mkdirSync(dirname(file), { recursive: true });
    else if (!existsSync(file)) fail('P1003', `Database \`${file}\` does not exist`);
    if (cmd === 'create-database') {
      const f = await adapterFactory(ds.url);
      const c = await f.connect();
      await c.executeScript('PRAGMA user_version');
      await c.dispose();
    }
  }
  process.exit(0);
}

// The WASM engine's reset leaves SQLite tables behind, and a left-over `sqlite_sequence` alone makes
// the database count as "not empty" (P3005): start from a new file, as the native engine does.
async function resetSqlite() {
  const { rmSync } = await import('node:fs');
  const file = ds.url.replace(/^file:/, '').split('?')[0];
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(file + suffix, { force: true });
  return {};
}

async function handle({ method, params }) {
  if (process.env.SE_TRACE)
    (await import('node:fs')).appendFileSync(
      process.env.SE_TRACE,
      method + ' ' + JSON.stringify(ds) + ' ' + process.cwd() + '\n',
    );
  if (method === 'createDatabase') {
    return { databaseName: '' };
  }
  if (method === 'reset' && ds.url && !/^postgres/.test(ds.url)) return resetSqlite();
  const eng = await engine(params);
  if (method === 'getDatabaseVersion') return await eng.version(params);
  const result = await eng[method](params ?? {});
  return result ?? {};
}

if (positionals[0] === 'cli') await cli(positionals[1]);
else {
  const rl = readline.createInterface({ input: process.stdin });
  let chain = Promise.resolve();
  rl.on('line', (line) => {
    if (!line.trim()) return;
    const req = JSON.parse(line);
    if (req.method === undefined) return; // response to our `print`
    chain = chain.then(async () => {
      let res;
      try {
        const result = await handle(req);
        // the native engine prints `diff` output by calling back the CLI
        if (req.method === 'diff' && result.stdout) {
          process.stdout.write(
            JSON.stringify({ jsonrpc: '2.0', id: 1e6 + req.id, method: 'print', params: { content: result.stdout } }) +
              '\n',
          );
        }
        res = { jsonrpc: '2.0', id: req.id, result };
      } catch (e) {
        if (process.env.DEBUG) process.stderr.write(String(e?.stack) + JSON.stringify(e) + '\n');
        const panic = e instanceof WebAssembly.RuntimeError;
        res = {
          jsonrpc: '2.0',
          id: req.id,
          error: {
            code: 4466,
            message: 'An error happened. Check the data field for details.',
            data: { is_panic: panic, message: e?.message ?? String(e), error_code: e?.code, meta: e?.meta ?? null },
          },
        };
      }
      process.stdout.write(JSON.stringify(res) + '\n');
    });
  });
  rl.on('close', () => chain.finally(() => process.exit(0)));
}
