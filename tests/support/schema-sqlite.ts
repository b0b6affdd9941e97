import Database from 'better-sqlite3';
import { type Introspected, plainType, type TableShape } from './schema-shape';

/** What a SQLite database really has, in words that both databases share. */
export function sqliteSchema(file: string): Introspected {
  const db = new Database(file, { readonly: true });
  const names = db
    .prepare<[], string>(
      `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB '_*' AND name NOT GLOB 'sqlite*'`,
    )
    .pluck()
    .all();
  const triggers = db
    .prepare<[], string>(`SELECT DISTINCT tbl_name FROM sqlite_master WHERE type = 'trigger'`)
    .pluck()
    .all();
  const tables = Object.fromEntries(names.sort().map((name) => [name, tableShape(db, name)]));
  db.close();
  return { tables, appendOnly: triggers.sort() };
}

function tableShape(db: Database.Database, table: string): TableShape {
  const columns = db
    .prepare<[string], { name: string; type: string; notnull: number; pk: number }>(
      'SELECT * FROM pragma_table_info(?)',
    )
    .all(table);
  const primary = columns.filter((column) => column.pk > 0).sort((a, b) => a.pk - b.pk);
  return {
    columns: columns
      .map(({ name, type, notnull }) => `${name} ${plainType(type)} ${notnull === 1 ? 'required' : 'optional'}`)
      .sort(),
    keys: [`primary ${primary.map((column) => column.name)}`, ...indexes(db, table)].sort(),
    references: references(db, table).sort(),
  };
}

function indexes(db: Database.Database, table: string): string[] {
  const columns = db.prepare<[string], string>('SELECT name FROM pragma_index_info(?) ORDER BY seqno').pluck();
  return db
    .prepare<[string], { name: string; unique: number; origin: string }>('SELECT * FROM pragma_index_list(?)')
    .all(table)
    .filter((index) => index.origin === 'c')
    .map((index) => `${index.unique === 1 ? 'unique' : 'index'} ${columns.all(index.name)}`);
}

const references = (db: Database.Database, table: string): string[] =>
  db
    .prepare<[string], { table: string; from: string; to: string; on_delete: string; on_update: string }>(
      'SELECT * FROM pragma_foreign_key_list(?)',
    )
    .all(table)
    .map((key) => `${key.from} -> ${key.table}.${key.to} ${key.on_delete} ${key.on_update}`);
