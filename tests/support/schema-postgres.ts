import pg from 'pg';
import { type Introspected, plainType, type TableShape } from './schema-shape';

/** What a PostgreSQL database really has, in words that both databases share. */
export async function postgresSchema(url: string): Promise<Introspected> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const [columns, keys, references] = [
    await lines(client, columnLines),
    await lines(client, keyLines),
    await lines(client, referenceLines),
  ];
  const triggers = await lines(client, triggerLines);
  await client.end();
  const names = [...new Set(columns.map(({ table }) => table))].sort();
  const of = (all: readonly Line[], name: string) =>
    all
      .filter(({ table }) => table === name)
      .map(({ line }) => line)
      .sort();
  const shape = (name: string): TableShape => ({
    columns: of(columns, name).map((line) => line.replace(/<(.*)>/, (_, type: string) => plainType(type))),
    keys: of(keys, name),
    references: of(references, name),
  });
  return {
    tables: Object.fromEntries(names.map((name) => [name, shape(name)])),
    appendOnly: [...new Set(triggers.map(({ table }) => table))].sort(),
  };
}

type Line = { readonly table: string; readonly line: string };

const lines = async (client: pg.Client, sql: string): Promise<Line[]> => (await client.query<Line>(sql)).rows;

const columnLines = `
  SELECT table_name AS "table", column_name || ' <' || data_type || '> ' ||
    CASE is_nullable WHEN 'YES' THEN 'optional' ELSE 'required' END AS "line"
  FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE '\\_%'`;

const keyLines = `
  SELECT t.relname AS "table",
    CASE WHEN i.indisprimary THEN 'primary ' WHEN i.indisunique THEN 'unique ' ELSE 'index ' END ||
    (SELECT string_agg(a.attname, ',' ORDER BY k.o) FROM unnest(i.indkey) WITH ORDINALITY k(n, o)
     JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.n) AS "line"
  FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid WHERE t.relnamespace = 'public'::regnamespace`;

const action = (column: string) =>
  `CASE ${column} WHEN 'a' THEN 'NO ACTION' WHEN 'r' THEN 'RESTRICT' WHEN 'c' THEN 'CASCADE' WHEN 'n' THEN 'SET NULL' END`;

const referenceLines = `
  SELECT t.relname AS "table", a.attname || ' -> ' || f.relname || '.' || b.attname || ' ' ||
    ${action('c.confdeltype')} || ' ' || ${action('c.confupdtype')} AS "line"
  FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid JOIN pg_class f ON f.oid = c.confrelid
  JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = c.conkey[1]
  JOIN pg_attribute b ON b.attrelid = f.oid AND b.attnum = c.confkey[1] WHERE c.contype = 'f'`;

const triggerLines = `
  SELECT t.relname AS "table", g.tgname AS "line" FROM pg_trigger g
  JOIN pg_class t ON t.oid = g.tgrelid WHERE NOT g.tgisinternal`;
