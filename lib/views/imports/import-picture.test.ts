import { expect, test } from 'vitest';
import { addDays } from '@/lib/domain/day';
import { importPicture } from './import-picture';

const from = '2020-01-01';
const days = (count: number, first = 0) =>
  Array.from({ length: count }, (_, at) => ({ day: addDays(from, first + at), value: at }));

test('a file without a value has no picture', () => {
  expect(importPicture({ there: days(3), added: [] })).toBeNull();
});

test('what is there and what is new share days and scale, and nothing is drawn through a hole', () => {
  const picture = importPicture({ there: [...days(3), ...days(3, 7)], added: days(2, 4) });
  expect(picture).toMatchObject({ from, to: '2020-01-10', low: 0, high: 2, dots: { length: 2 } });
  expect(picture?.there.split('M')).toHaveLength(3);
});

test('fifty years are a small picture', () => {
  const picture = importPicture({ there: [], added: days(18_250) });
  expect(JSON.stringify(picture).length).toBeLessThan(6_000);
  expect(picture?.dots).toEqual([]);
});

test('one day alone, and a value that never moves, are in the picture', () => {
  expect(importPicture({ there: [], added: days(1) })).toMatchObject({ dots: [{ x: 5 }] });
});
