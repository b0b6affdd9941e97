import { isTimeZone, isWrittenAsDay } from '@/lib/domain/day';
import { roles, tokenScopes } from '@/lib/domain/roles';
import { signInWays } from '@/lib/domain/sign-in-way';
import type { SnapshotSource } from '@/lib/domain/snapshot';
import { isWeek } from '@/lib/domain/week';

/** Columns hold plain text; a value outside the list means that the row was written by something else. */
export const roleIn = oneOf('role', roles);
export const scopeIn = oneOf('scope', tokenScopes);
export const signInWayIn = oneOf('way to sign in', signInWays);
export const sources = ['scheduled', 'manual', 'imported'] as const satisfies SnapshotSource[];
export const sourceIn = oneOf('source', sources);

export const storedDay = written('day', isWrittenAsDay);
export const storedWeek = written('week', isWeek);
export const storedZone = written('time zone', isTimeZone);

export function oneOf<const T extends string>(column: string, values: readonly T[]): (value: string) => T {
  return (value) => {
    const known = values.find((candidate) => candidate === value);
    if (known === undefined) throw new Error(`the database has an unknown ${column}`);
    return known;
  };
}

function written<T extends string>(column: string, is: (value: string) => value is T): (value: string) => T {
  return (value) => {
    if (!is(value)) throw new Error(`the database has an unknown ${column}`);
    return value;
  };
}
