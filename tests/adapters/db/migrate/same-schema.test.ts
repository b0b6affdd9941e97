import { describe, expect, inject, test } from 'vitest';
import { passingTables, tables } from '@/lib/adapters/db/backup/tables';
import { fileOf } from '@/lib/adapters/db/drivers/location';
import { freshSqlite, postgresDatabase } from '@/tests/support/databases';
import { postgresSchema } from '@/tests/support/schema-postgres';
import { sqliteSchema } from '@/tests/support/schema-sqlite';

const freshSqliteSchema = async () => {
  const database = await freshSqlite();
  const schema = sqliteSchema(fileOf(database.url));
  await database.drop();
  return schema;
};

describe.skipIf('missing' in inject('postgres'))('both migration folders', () => {
  test('yield the same tables, columns, keys, indexes, references and append-only tables', async () => {
    const { url, drop } = await postgresDatabase('migrated');
    const [sqlite, postgres] = [await freshSqliteSchema(), await postgresSchema(url)];
    await drop();
    expect(postgres).toEqual(sqlite);
    expect(sqlite.appendOnly).toEqual(['AuditEntry', 'Reading', 'ReviewRevision']);
    expect(Object.keys(sqlite.tables).length).toBeGreaterThan(10);
  });
});

test('a backup knows every table and column there is', async () => {
  const { tables: schema } = await freshSqliteSchema();
  expect([...Object.keys(tables), ...passingTables].sort()).toEqual(Object.keys(schema));
  for (const { name, columns } of Object.values(tables)) {
    const known = Object.entries(columns).map(([column, type]) => `${column} ${type}`);
    const there = schema[name]?.columns.map((line) => line.replace(/ (required|optional)$/, ''));
    expect(known.sort(), name).toEqual(there);
  }
});
