import { readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import { fileOf, isPostgres } from './location.mjs';
import { postgresAdapter } from './postgres-adapter.mjs';
import { sqliteAdapter } from './sqlite-adapter.mjs';

/** Answers the CLI's requests; the engine itself is loaded with the first one, which may name the database. */
export function createEngine(datasource, datamodels) {
  let loading;
  return async ({ method, params = {} }) => {
    const url = datasource.url ?? urlIn(params);
    if (method === 'createDatabase') return { databaseName: '' };
    if (method === 'reset' && url !== undefined && !isPostgres(url)) return resetSqlite(url);
    loading ??= load(url ?? 'file::memory:', datasource.shadowDatabaseUrl || undefined, datamodels);
    const engine = await loading;
    const answer = await engine[method === 'getDatabaseVersion' ? 'version' : method](params);
    return answer ?? {};
  };
}

const urlIn = ({ datasource, from, to, datasourceType }) =>
  [datasource, from, to, datasourceType].find((at) => at?.url)?.url;

async function load(url, shadowUrl, datamodels) {
  const adapter = isPostgres(url) ? postgresAdapter(url, shadowUrl) : sqliteAdapter(url, shadowUrl);
  const files = datamodels.map((file) => [file, readFileSync(file, 'utf8')]);
  const SchemaEngine = await loadWasm();
  const options = { datamodels: files.length > 0 ? files : undefined };
  const log = (line) => process.env.DEBUG && process.stderr.write(`${line}\n`);
  return SchemaEngine.new(options, log, bindMigrationAwareSqlAdapterFactory(adapter));
}

/** Where the engine puts its last words before a panic; without it the panic hides behind an error of its own. */
export const panic = { message: '' };

async function loadWasm() {
  globalThis.PRISMA_WASM_PANIC_REGISTRY = {
    set_message: (message) => {
      panic.message = message;
    },
  };
  const folder = dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'));
  const glue = await import(pathToFileURL(join(folder, 'schema_engine_bg.js')).href);
  const bytes = readFileSync(join(folder, 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': glue });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return glue.SchemaEngine;
}

/** The WASM engine leaves SQLite's tables behind, and then calls the database not empty: begin with a new file, as the native one does. */
function resetSqlite(url) {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(fileOf(url) + suffix, { force: true });
  return {};
}
