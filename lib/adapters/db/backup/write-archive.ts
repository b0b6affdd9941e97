import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { createSums, format, type Header, type Manifest, type Sums, version } from './archive';
import type { Rows } from './table-rows';
import { tableNames, tables } from './tables';

type Input = Pick<Header, 'schema' | 'createdAt' | 'keys' | 'heads'>;

/** Writes rows as gzipped lines of JSON; the file appears under its name when it is whole. */
export async function writeArchive(file: string, given: Input, rows: Rows): Promise<Manifest> {
  const partial = `${file}.${process.pid}.partial`;
  const sums = createSums();
  try {
    const output = createWriteStream(partial, { mode: 0o600, flags: 'wx' });
    await pipeline(Readable.from(linesOf(given, rows, sums), { objectMode: false }), createGzip(), output);
    await flush(partial);
    await rename(partial, file);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
  return sums.manifest();
}

async function* linesOf(given: Input, rows: Rows, sums: Sums): AsyncGenerator<string> {
  const columns = Object.fromEntries(tableNames.map((name) => [name, Object.keys(tables[name].columns)]));
  yield `${JSON.stringify({ format, version, ...given, columns } satisfies Header)}\n`;
  for await (const some of rows) {
    const lines = some.map(({ table, row }) => {
      const line = JSON.stringify([table, ...(columns[table] ?? []).map((column) => row[column] ?? null)]);
      sums.add(table, line);
      return `${line}\n`;
    });
    if (lines.length > 0) yield lines.join('');
  }
  yield `${JSON.stringify({ manifest: sums.manifest() })}\n`;
}

/** A backup that the disk has not got yet is none. */
async function flush(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  await handle.sync();
  await handle.close();
}
