import { expect, test } from 'vitest';
import { notesOf } from '@/lib/domain/consistency';
import { wholeHistory } from '@/tests/support/whole-history';
import { csvSlices } from './csv-file';
import { rowChecks } from './history-file';
import { importTemplate } from './template';

test('the template reads as a file does, its sums add up, and its examples are never taken for numbers', () => {
  const { rows, faults } = wholeHistory(csvSlices(importTemplate()));
  expect(faults).toEqual([]);
  expect(rows.map(({ counts }) => notesOf(counts))).toEqual([[], []]);
  expect(rows[1]?.counts).toMatchObject({ using_enpass: 263, active_users: null });
  const now = new Date('2026-11-23T06:00:00Z');
  expect(rows.flatMap(rowChecks({ today: '2026-11-23', now })).map(({ message }) => message)).toEqual([
    '2999-01-30 is an example of the template: delete this row',
    '2999-01-31 is an example of the template: delete this row',
  ]);
});
