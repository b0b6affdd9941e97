/** `away`: neither read nor written; `locked`: another program has it; `unwritable`: read, but not written (disk full, read-only). */
export type Trouble = 'away' | 'locked' | 'unwritable';

/** The database cannot be used just now; the message says the cause for the log. Doors answer 503; the next call tries again by itself. */
export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable';
  constructor(
    message: string,
    readonly trouble: Trouble = 'away',
  ) {
    super(message);
  }
}

/** The database must not be used as it is. The message says cause and cure in words for the operator. */
export class DatabaseRefusal extends Error {
  override readonly name = 'DatabaseRefusal';
}

/** The file cannot be used as a backup. The message says why. */
export class UnreadableBackup extends Error {
  override readonly name = 'UnreadableBackup';
}

/** What a driver error is called by Prisma's adapters; undefined for anything that is not one. */
export function driverKind(error: unknown): string | undefined {
  const cause = causeOf(error);
  return cause !== undefined && 'kind' in cause && typeof cause.kind === 'string' ? cause.kind : undefined;
}

/** The database's own code (SQLSTATE, SQLITE_...), where it gave one. */
export function driverCode(error: unknown): string | undefined {
  const cause = causeOf(error);
  return cause !== undefined && 'originalCode' in cause && typeof cause.originalCode === 'string'
    ? cause.originalCode
    : undefined;
}

const causeOf = (error: unknown): object | undefined =>
  error instanceof Error &&
  error.name === 'DriverAdapterError' &&
  typeof error.cause === 'object' &&
  error.cause !== null
    ? error.cause
    : undefined;
