import { UnreadableBackup } from '../drivers/errors';
import type { Value } from '../stores/bulk';
import type { TableName } from './tables';

export type Row = Readonly<Record<string, Value>>;
export type TableRow = { readonly table: TableName; readonly row: Row };

/**
 * A whole database as rows, table by table in the order of `tables`, each in its own order. Some at a time: to wait for each takes longer
 * than what is done with most.
 */
export type Rows = AsyncIterable<readonly TableRow[]>;

/** How many rows come at a time, give or take. */
export const rowsAtOnce = 500;

export const textOf = (row: Row, column: string): string => {
  const value = row[column];
  if (typeof value !== 'string') throw new UnreadableBackup(`${column} is empty where it may not be`);
  return value;
};

export const textOrNull = (row: Row, column: string): string | null =>
  (row[column] ?? null) === null ? null : textOf(row, column);

export const integerOf = (row: Row, column: string): number => {
  const value = row[column];
  if (typeof value !== 'number') throw new UnreadableBackup(`${column} is no number`);
  return value;
};

/** Null too where a backup is older than the column. */
export const integerOrNull = (row: Row, column: string): number | null =>
  (row[column] ?? null) === null ? null : integerOf(row, column);

/** Null too where a backup is older than the column. */
export const instantOrNull = (row: Row, column: string): Date | null =>
  (row[column] ?? null) === null ? null : instantOf(row, column);

export const instantOf = (row: Row, column: string): Date => {
  const value = row[column];
  if (!(value instanceof Date)) throw new UnreadableBackup(`${column} is no instant`);
  return value;
};
