import { expect, test } from 'vitest';
import { countFields, type Snapshot } from '@/lib/domain/snapshot';
import { snapshotJson, snapshotSchema } from './snapshot';

const counts = Object.fromEntries(countFields.map((field) => [field, null])) as Snapshot['counts'];
const takenAt = new Date('2026-11-23T09:00:00Z');

const notesWith = (answerDate: string | null) => {
  const date = answerDate === null ? null : new Date(answerDate);
  return snapshotSchema.parse(snapshotJson({ day: '2026-11-23', takenAt, source: 'manual', counts, answerDate: date }))
    .notes;
};

test.each([
  ['2026-11-23T08:49:59Z', '2026-11-23T08:49:59.000Z'],
  ['2026-11-23T09:10:01Z', '2026-11-23T09:10:01.000Z'],
])('an answer of %s is a note with both instants', (answerDate, expected) => {
  expect(notesWith(answerDate)).toEqual([{ name: 'clock', expected, got: '2026-11-23T09:00:00.000Z' }]);
});

test.each(['2026-11-23T08:50:00Z', '2026-11-23T09:10:00Z', null])('an answer of %s is none', (answerDate) => {
  expect(notesWith(answerDate)).toEqual([]);
});
