import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepPrepared, runForEach } from '@/lib/adapters/db/drivers/prepared';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'prepared-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function connected() {
  const file = join(folder, 'test.db');
  const other = new Database(file);
  other.exec("CREATE TABLE t (a INTEGER, b TEXT); INSERT INTO t VALUES (1, NULL), (2, 'two')");
  const adapter = await new PrismaBetterSqlite3({ url: file }).connect();
  const client = Reflect.get(adapter, 'client');
  const prepare = client.prepare.bind(client);
  const read: string[] = [];
  Reflect.set(client, 'prepare', (sql: string) => {
    read.push(sql);
    return prepare(sql);
  });
  return { adapter: keepPrepared(adapter), other, read };
}

const rowsOf = async ({ adapter }: Awaited<ReturnType<typeof connected>>, a: number) => {
  const query = { sql: 'SELECT a, b FROM t WHERE a >= ? ORDER BY a', args: [a], argTypes: [] };
  const { columnNames, rows } = await adapter.queryRaw({
    ...query,
    argTypes: [{ scalarType: 'int', arity: 'scalar' }],
  });
  return { columnNames, rows };
};

test('a statement is read once and answers each time with what was asked', async () => {
  const world = await connected();
  expect(await rowsOf(world, 1)).toEqual({
    columnNames: ['a', 'b'],
    rows: [
      [1, null],
      [2, 'two'],
    ],
  });
  expect(await rowsOf(world, 2)).toEqual({ columnNames: ['a', 'b'], rows: [[2, 'two']] });
  expect(world.read).toHaveLength(1);
});

test('a schema that another connection changed is read anew', async () => {
  const world = await connected();
  await rowsOf(world, 1);
  world.other.exec('ALTER TABLE t ADD COLUMN c INTEGER; DROP TABLE t; CREATE TABLE t (b TEXT, a INTEGER)');
  world.other.exec("INSERT INTO t VALUES ('three', 3)");
  expect(await rowsOf(world, 2)).toEqual({ columnNames: ['a', 'b'], rows: [[3, 'three']] });
  world.other.exec('ALTER TABLE t DROP COLUMN b');
  await expect(rowsOf(world, 2)).rejects.toThrow();
});

test('no more is kept than is asked again', async () => {
  const { adapter, read } = await connected();
  const ask = (at: number) => adapter.queryRaw({ sql: `SELECT ${at} AS n`, args: [], argTypes: [] });
  for (let at = 0; at < 201; at++) await ask(at);
  await ask(200);
  expect(read).toHaveLength(201);
  await ask(0);
  expect(read).toHaveLength(202);
});

const executing = (sql: string, name: string) => ({
  sql,
  args: [name],
  argTypes: [{ scalarType: 'string', arity: 'scalar' } as const],
});

test('a statement is run for each of the rows that were handed over, and for no others', async () => {
  const world = await connected();
  const insert = 'INSERT INTO t VALUES (?,?)';
  let kept = { statement: '', name: '' };
  const changed = await runForEach(
    [
      [3, 'a "quoted" text'],
      [4, null],
    ],
    insert,
    (statement, name) => {
      kept = { statement, name };
      return world.adapter.executeRaw(executing(statement, name));
    },
  );
  expect(changed).toBe(2);
  expect((await rowsOf(world, 3)).rows).toEqual([
    [3, 'a "quoted" text'],
    [4, null],
  ]);
  const again = executing(kept.statement, kept.name);
  await expect(world.adapter.executeRaw(again)).rejects.toThrow('not handed over');
  expect((await rowsOf(world, 3)).rows).toHaveLength(2);
});
