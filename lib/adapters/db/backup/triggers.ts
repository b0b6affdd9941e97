import { dialectOf, fileOf } from '../drivers/location';
import { migrationsOf } from '../migrate/migrations';
import { onOneConnection } from '../postgres/connect';
import { schemaOf } from '../postgres/session';
import type { Broken } from './broken';

/** Which triggers that keep a table append-only are not there as the migrations made them: lifted, put out of use, or made to let more pass. */
export async function missingTriggers(url: string, root = process.cwd()): Promise<Broken[]> {
  const dialect = dialectOf(url);
  const sql = migrationsOf(dialect, root).map((migration) => migration.sql);
  const wanted = triggersIn(sql.join('\n'));
  const found = dialect === 'postgresql' ? await postgresTriggers(url) : await sqliteTriggers(url);
  const functions = functionsIn(sql.join('\n'));
  return Object.entries(wanted).flatMap(([name, words]) => {
    const trigger = found.get(name);
    if (trigger === undefined) return [said(name, 'is gone: whoever has the file may change what it guards')];
    const called = /EXECUTE FUNCTION "?(\w+)"?/.exec(words)?.[1];
    const isSame = same(trigger.words, words) && (called === undefined || same(trigger.body, functions[called] ?? ''));
    return isSame && trigger.isOn ? [] : [said(name, 'is not as it was made: it may let changes pass')];
  });
}

type Found = ReadonlyMap<string, { readonly words: string; readonly body: string; readonly isOn: boolean }>;

const said = (id: string, reason: string): Broken => ({ what: 'trigger', id, reason });

/** By name; the last migration's word holds. On SQLite a trigger ends with its body, on PostgreSQL with the function it calls. */
const triggersIn = (sql: string): Record<string, string> =>
  Object.fromEntries(
    [...sql.matchAll(/^CREATE TRIGGER "(\w+)" (?:[^;]*?EXECUTE FUNCTION [^;]*|[\s\S]*?\bEND);/gm)].map(
      ([words, name = '']) => [name, words],
    ),
  );

const functionsIn = (sql: string): Record<string, string> =>
  Object.fromEntries(
    [...sql.matchAll(/CREATE FUNCTION "(\w+)"[\s\S]*?\$\$([\s\S]*?)\$\$/g)].map(([, name, body]) => [name, body]),
  );

const same = (one: string, other: string): boolean => plain(one) === plain(other);

/** PostgreSQL writes names out with their schema, and quotes fewer of them; the order of events is its own. */
const plain = (words: string): string =>
  words
    .replace(/BEFORE ([A-Z ]+?) ON /, (_, events: string) => `BEFORE ${events.split(' OR ').sort().join(' OR ')} ON `)
    .replace(/ ON (?:(?:"(?:[^"]|"")+"|\w+)\.)?"?(\w+)/, ' ON $1')
    .replace(/EXECUTE FUNCTION (?:(?:"(?:[^"]|"")+"|\w+)\.)?/, 'EXECUTE FUNCTION ')
    .replaceAll(/"|;/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();

async function sqliteTriggers(url: string): Promise<Found> {
  const { default: Sqlite } = await import('better-sqlite3');
  const db = new Sqlite(fileOf(url), { readonly: true, fileMustExist: true, timeout: 10_000 });
  try {
    const rows = db
      .prepare<[], { name: string; sql: string }>(`SELECT "name", "sql" FROM sqlite_master WHERE "type" = 'trigger'`)
      .all();
    return new Map(rows.map(({ name, sql }) => [name, { words: sql, body: '', isOn: true }]));
  } finally {
    db.close();
  }
}

type Row = { name: string; words: string; body: string; enabled: string };

const postgresTriggers = (url: string): Promise<Found> =>
  onOneConnection(url, async ({ client, address }) => {
    const { rows } = await client.query<Row>(
      `SELECT g.tgname AS "name", pg_get_triggerdef(g.oid) AS "words", p.prosrc AS "body", g.tgenabled AS "enabled"
       FROM pg_trigger g JOIN pg_class t ON t.oid = g.tgrelid JOIN pg_namespace n ON n.oid = t.relnamespace
       JOIN pg_proc p ON p.oid = g.tgfoid WHERE NOT g.tgisinternal AND n.nspname = $1`,
      [await schemaOf(client, address)],
    );
    return new Map(
      rows.map(({ name, words, body, enabled }) => [name, { words, body, isOn: enabled === 'O' || enabled === 'A' }]),
    );
  });
