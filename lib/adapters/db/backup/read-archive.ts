import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { UnreadableBackup } from '../drivers/errors';
import type { Value } from '../stores/bulk';
import { type Contents, createSums, format, type Header, type Manifest, type Sums, version } from './archive';
import { type Row, type Rows, rowsAtOnce, type TableRow } from './table-rows';
import { type ColumnType, type Table, type TableName, tableNames, tables } from './tables';

/** Reads a backup as a stream; `rows` throws `UnreadableBackup` as soon as something is not as it was written. */
export async function readArchive(file: string): Promise<Contents> {
  const lines = linesIn(file);
  const first = await lines.next();
  const header = headerIn(first.done === true ? 'null' : first.value);
  const sums = createSums();
  return { header, rows: rowsIn(lines, header, sums), manifest: sums.manifest };
}

async function* rowsIn(lines: AsyncGenerator<string>, header: Header, sums: Sums): Rows {
  let whole = false;
  let some: TableRow[] = [];
  for await (const line of lines) {
    const parsed = parse(line);
    if (whole) throw new UnreadableBackup('something was added at its end');
    if (!Array.isArray(parsed)) {
      refuseUnlessSame(parsed, sums.manifest());
      whole = true;
      continue;
    }
    const [name, ...values] = parsed;
    const table = tableNames.find((candidate) => candidate === name);
    if (table === undefined) throw new UnreadableBackup('it holds a table that this version does not know');
    sums.add(table, line);
    some.push({ table, row: rowOf(tables[table], header.columns[table] ?? [], values) });
    if (some.length < rowsAtOnce) continue;
    yield some;
    some = [];
  }
  yield some;
  if (!whole) throw new UnreadableBackup('its end is missing: the file was cut off');
}

function headerIn(line: string): Header {
  const header = parse(line) as Partial<Header> | null;
  if (header?.format !== format) throw new UnreadableBackup('it is no backup of this application');
  if (header.version !== version || header.columns === undefined) {
    throw new UnreadableBackup('it was made by a newer version of this application; restore it with that version');
  }
  for (const [name, columns] of Object.entries(header.columns)) {
    const known: Table | undefined = tables[name as TableName];
    if (known === undefined || columns.some((column) => known.columns[column] === undefined)) {
      throw new UnreadableBackup('it was made by a newer version of this application; restore it with that version');
    }
  }
  return header as Header;
}

function rowOf(table: Table, columns: readonly string[], values: readonly unknown[]): Row {
  if (values.length !== columns.length)
    throw new UnreadableBackup(`a row of ${table.name} has too few or too many values`);
  return Object.fromEntries(
    columns.map((column, index) => [column, typed(table.columns[column] ?? 'text', values[index], table.name)]),
  );
}

function typed(type: ColumnType, value: unknown, table: string): Value {
  if (value === null) return null;
  if (type === 'text' && typeof value === 'string') return value;
  if (type === 'integer' && Number.isSafeInteger(value)) return value as number;
  if (type === 'real' && typeof value === 'number') return value;
  const instant = type === 'instant' && typeof value === 'string' ? new Date(value) : null;
  if (instant === null || Number.isNaN(instant.getTime())) {
    throw new UnreadableBackup(`a row of ${table} has a value of the wrong kind`);
  }
  return instant;
}

function refuseUnlessSame(last: unknown, found: Manifest): void {
  const promised = (last as { manifest?: Manifest } | null)?.manifest ?? {};
  for (const name of tableNames) {
    const [want, have] = [promised[name], found[name]];
    // An older version did not know this table, and has no rows of it.
    if (want === undefined && have?.rows === 0) continue;
    if (want?.rows !== have?.rows)
      throw new UnreadableBackup(`${name} has ${have?.rows ?? 0} rows instead of ${want?.rows ?? 0}`);
    if (want?.sha256 !== have?.sha256) throw new UnreadableBackup(`${name} was altered: its SHA-256 differs`);
  }
}

async function* linesIn(file: string): AsyncGenerator<string> {
  const source = createReadStream(file);
  const text = createGunzip().setEncoding('utf8');
  source.on('error', (error) => text.destroy(error)).pipe(text);
  let rest = '';
  try {
    for await (const chunk of text) {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
  } catch (error) {
    throw inWords(error);
  } finally {
    source.destroy();
  }
  if (rest !== '') throw new UnreadableBackup('its last line was cut off');
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new UnreadableBackup('a line of it cannot be read');
  }
}

function inWords(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (/^(Z_|ERR_STRING_TOO_LONG)/.test(code))
    return new UnreadableBackup('it is damaged, cut off, or no backup at all');
  return /^E[A-Z]+$/.test(code) ? new UnreadableBackup(`it cannot be opened (${code})`) : error;
}
