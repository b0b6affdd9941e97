import { createHash } from 'node:crypto';
import type { ChainHeads } from '../heads/chain-heads';
import type { Rows } from './table-rows';
import { type TableName, tableNames } from './tables';

export const format = 'enpass-adoption-backup';
export const version = 1;

/** The first line: what this is, and the columns in which every row's values come. */
export type Header = {
  readonly format: typeof format;
  readonly version: typeof version;
  readonly schema: string;
  readonly createdAt: string;
  readonly columns: Readonly<Record<string, readonly string[]>>;
  /** Where every chain ended just before, with the keys that seal them. Files of before have none. */
  readonly heads?: ChainHeads;
  /** Only when asked for: whoever has such a file can open the Enpass token in it. */
  readonly keys?: Readonly<Record<string, string>>;
};

/** The last line: how many rows each table has, and the SHA-256 over their lines. A file without it was cut off. */
export type Manifest = Readonly<Record<string, { readonly rows: number; readonly sha256: string }>>;

export type Contents = { readonly header: Header; readonly rows: Rows; readonly manifest: () => Manifest };

export type Sums = { add(table: TableName, line: string): void; manifest(): Manifest };

export function createSums(): Sums {
  const sums = tableNames.map((name) => ({ name, rows: 0, hash: createHash('sha256') }));
  return {
    add: (table, line) => {
      const sum = sums.find(({ name }) => name === table);
      if (sum === undefined) return;
      sum.rows += 1;
      sum.hash.update(`${line}\n`);
    },
    manifest: () =>
      Object.fromEntries(sums.map(({ name, rows, hash }) => [name, { rows, sha256: hash.copy().digest('hex') }])),
  };
}
