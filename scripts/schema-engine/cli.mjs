import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import pg from 'pg';
import { fileOf, isPostgres } from './location.mjs';

/** `cli can-connect-to-database` and `cli create-database`; answers the exit code. */
export async function answerCli(command, url) {
  const creates = command === 'create-database';
  const trouble = isPostgres(url) ? await postgres(creates, new URL(url)) : sqlite(creates, fileOf(url));
  if (trouble === null) say('INFO', creates ? 'Database created' : 'Connection successful');
  else say('ERROR', trouble.message, { error_code: trouble.code, is_panic: false });
  return trouble === null ? 0 : 1;
}

async function postgres(creates, url) {
  const database = decodeURIComponent(url.pathname.slice(1));
  const target = new URL(url);
  if (creates) {
    target.pathname = '/postgres';
    target.search = '';
  }
  const client = new pg.Client({ connectionString: target.toString() });
  try {
    await client.connect();
    if (creates) await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)}`);
    return null;
  } catch (error) {
    if (error.code === '3D000') return { code: 'P1003', message: `Database \`${database}\` does not exist` };
    if (error.code === 'ECONNREFUSED')
      return { code: 'P1001', message: `Can't reach database server at \`${url.host}\`` };
    return {
      code: 'P1000',
      message: error.code === '28P01' ? 'Authentication failed against database server' : error.message,
    };
  } finally {
    await client.end();
  }
}

function sqlite(creates, file) {
  if (!creates) return existsSync(file) ? null : { code: 'P1003', message: `Database \`${file}\` does not exist` };
  mkdirSync(dirname(file), { recursive: true });
  new Database(file).close();
  return null;
}

/** The CLI skips the first line of standard error. */
function say(level, message, fields = {}) {
  const line = JSON.stringify({ level, target: 'schema_engine::logger', fields: { message, ...fields } });
  process.stderr.write(`\n${line}\n`);
}
