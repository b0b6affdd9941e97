import type { ParsedHistory } from '@/lib/api/imports/history-file';

/** What the slices of a file come to, read to its end. */
export function wholeHistory(slices: Iterable<ParsedHistory>): ParsedHistory {
  const all = [...slices];
  return { rows: all.flatMap(({ rows }) => rows), faults: all.flatMap(({ faults }) => faults) };
}
