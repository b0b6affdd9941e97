import { rmSync } from 'node:fs';
import Database from 'better-sqlite3';

const tables = ['Reading', 'Snapshot'];

/** Seconds to write the readings and snapshots of a SQLite file into an empty one: the driver alone, in one transaction. */
export function rawInsertSeconds(from: string, to: string): number {
  const source = new Database(from, { readonly: true });
  const target = new Database(to);
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL']) target.pragma(pragma);
  const made = source.prepare<[], { sql: string }>(
    `SELECT sql FROM sqlite_master WHERE tbl_name IN (${tables.map((name) => `'${name}'`)}) AND sql IS NOT NULL ORDER BY type = 'table' DESC`,
  );
  for (const { sql } of made.all()) target.exec(sql);
  // The tables these point at are not there.
  target.pragma('foreign_keys = OFF');
  const work = tables.map((name) => {
    const rows = source.prepare<[], unknown[]>(`SELECT * FROM "${name}" ORDER BY rowid`).raw().all();
    return { rows, insert: target.prepare(`INSERT INTO "${name}" VALUES (${rows[0]?.map(() => '?')})`) };
  });
  source.close();
  const begun = performance.now();
  target.transaction(() => {
    for (const { rows, insert } of work) for (const row of rows) insert.run(row);
  })();
  const seconds = (performance.now() - begun) / 1000;
  target.close();
  for (const end of ['', '-wal', '-shm']) rmSync(`${to}${end}`, { force: true });
  return seconds;
}
