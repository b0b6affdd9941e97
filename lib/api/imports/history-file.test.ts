import { expect, test } from 'vitest';
import { addDays, type Day } from '@/lib/domain/day';
import { type AdoptionCounts, countFields } from '@/lib/domain/snapshot';
import { type HistoryRow, type Present, rowChecks } from './history-file';

const counts = (value: number | null) =>
  Object.fromEntries(countFields.map((field) => [field, value])) as AdoptionCounts;
const row = (line: number, day: Day, value: number | null = 1): HistoryRow => ({
  line,
  day,
  takenAt: null,
  counts: counts(value),
});

const told = (rows: readonly HistoryRow[], present: Present) =>
  rows.flatMap(rowChecks(present)).map(({ line, message }) => ({ line, message }));

const now = new Date('2026-11-23T06:00:00Z');

test('a day in the future, twice in the file, long before Enpass or without any count is refused; today is not', () => {
  const rows = [
    row(2, '2026-11-23'),
    row(3, '2026-11-24'),
    row(4, '2026-11-23'),
    row(5, '0202-11-23'),
    row(6, '2026-11-01', null),
  ];
  expect(told(rows, { today: '2026-11-23', now })).toEqual([
    { line: 3, message: '2026-11-24 is in the future' },
    { line: 4, message: '2026-11-23 is in the file twice (first on line 2)' },
    { line: 5, message: '0202-11-23 is before 1900: check the year' },
    { line: 6, message: '2026-11-01 has no count: at least one is needed' },
  ]);
});

test('numbers taken at an instant that is yet to come are refused, taken just now they are not', () => {
  const at = (line: number, takenAt: string) => ({
    ...row(line, addDays('2026-11-01', line - 1)),
    takenAt: new Date(takenAt),
  });
  const rows = [at(2, '2026-11-23T06:00:00.000Z'), at(3, '2026-11-23T06:00:00.001Z')];
  expect(told(rows, { today: '2026-11-23', now })).toEqual([
    { line: 3, message: 'Taken at 2026-11-23T06:00:00.001Z, which is in the future' },
  ]);
});
