import { DatabaseUnavailable, driverCode, driverKind, type Trouble } from './errors';

/** What SQLite said of its file or disk, as the error that callers know; null for everything that is no trouble of storage. */
export function sqliteTrouble(error: unknown): DatabaseUnavailable | null {
  if (isLocked(error)) return new DatabaseUnavailable('the database is locked by another program', 'locked');
  const code = driverCode(error) ?? '';
  const known = troubles.find(({ codes }) => codes.test(code));
  return known === undefined ? null : new DatabaseUnavailable(`${known.words} (${code})`, known.trouble);
}

/** Another program's lock: it may be gone in a moment. */
export const isLocked = (error: unknown): boolean =>
  driverKind(error) === 'SocketTimeout' || /^SQLITE_(LOCKED|PROTOCOL)/.test(driverCode(error) ?? '');

const troubles: readonly { codes: RegExp; words: string; trouble: Trouble }[] = [
  { codes: /^SQLITE_FULL/, words: 'the disk that the database is on is full', trouble: 'unwritable' },
  { codes: /^SQLITE_READONLY/, words: 'the database file is read-only', trouble: 'unwritable' },
  // A file-size limit or quota is met as a write that fails, as is a disk that is full where SQLite maps memory.
  {
    codes: /^SQLITE_IOERR_(WRITE|FSYNC|DIR_FSYNC|TRUNCATE|SHMSIZE|SHMOPEN|SHMMAP|DELETE|COMMIT_ATOMIC|BEGIN_ATOMIC)/,
    words: 'the disk does not take what is written to the database',
    trouble: 'unwritable',
  },
  {
    codes: /^SQLITE_(CANTOPEN|IOERR|NOTADB|CORRUPT|PERM|NOLFS|NOMEM)/,
    words: 'the database file cannot be read or written',
    trouble: 'away',
  },
];
