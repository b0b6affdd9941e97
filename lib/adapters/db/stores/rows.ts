import { roles, tokenScopes } from '@/lib/domain/roles';
import type { SnapshotSource } from '@/lib/domain/snapshot';

/** Columns hold plain text; a value outside the list means that the row was written by something else. */
export const roleIn = oneOf('role', roles);
export const scopeIn = oneOf('scope', tokenScopes);
export const sources = ['scheduled', 'manual', 'imported'] as const satisfies SnapshotSource[];
export const sourceIn = oneOf('source', sources);

export function oneOf<const T extends string>(column: string, values: readonly T[]): (value: string) => T {
  return (value) => {
    const known = values.find((candidate) => candidate === value);
    if (known === undefined) throw new Error(`the database has an unknown ${column}`);
    return known;
  };
}
