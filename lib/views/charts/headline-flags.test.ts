import { expect, test } from 'vitest';
import { type Day, eachDay } from '@/lib/domain/day';
import { headlineChart } from './headline-chart';
import { headlineFlags } from './headline-flags';

const points = eachDay('2026-05-01', '2026-11-23').map((day, at) => ({ day, value: 0.3 + at / 1000 }));

function drawn(size: 'wide' | 'narrow', happened: readonly [Day, string][]) {
  const chart = headlineChart(points, [], size);
  if (!chart) throw new Error('two days are enough');
  const annotations = happened.map(([day, title], at) => ({
    id: String(at),
    from: day,
    to: day,
    title,
    kind: 'other' as const,
    createdByName: 'Max',
    createdAt: new Date('2026-11-23T09:00:00Z'),
    changedByName: null,
    changedAt: null,
  }));
  return headlineFlags(chart, annotations);
}

const three: [Day, string][] = [
  ['2026-04-01', 'Before'],
  ['2026-08-01', 'New laptops'],
  ['2026-10-08', 'Lunch sessions'],
];

test('annotations stand above the headline’s line in words where they fit, and only those in view', () => {
  const { flags, listed } = drawn('wide', three);
  expect(flags.map(({ id, text, y }) => [id, text, y])).toEqual([
    ['1', 'New laptops', 4],
    ['2', 'Lunch sessions', 4],
  ]);
  expect(listed).toEqual([]);
});

test('the shorter chart lists nothing that it does not show', () => {
  expect(drawn('narrow', three).flags.map(({ id }) => id)).toEqual(['2']);
  const crowded = drawn('narrow', [...three, ['2026-10-09', 'A reminder to everybody by mail']]);
  expect(crowded.listed.map(({ id, number }) => [id, number])).toEqual([
    ['2', 1],
    ['3', 2],
  ]);
});

test('words that are cut off are listed whole', () => {
  const { flags, listed } = drawn('wide', [['2026-08-01', 'Lunch sessions at four sites']]);
  expect(flags[0]?.text).toBe('Lunch sessions at…');
  expect(listed.map(({ title, number }) => [title, number])).toEqual([['Lunch sessions at four sites', null]]);
});

test('flags that lie closer than their numbers share one mark, and each keeps its pole', () => {
  const { flags, listed } = drawn('wide', [
    ['2026-08-01', 'Lunch sessions'],
    ['2026-08-02', 'A reminder to everybody by mail'],
    ['2026-08-03', 'The star'],
  ]);
  expect(flags.map(({ text, y }) => [text, y])).toEqual([
    ['1–3', 4],
    ['', null],
    ['', null],
  ]);
  expect(new Set(flags.map(({ x }) => x)).size).toBe(3);
  expect(listed).toHaveLength(3);
});

test('the list keeps to two lines: the newest, and how many are older', () => {
  const days = eachDay('2026-08-01', '2026-08-20');
  const { listed, unlisted } = drawn(
    'wide',
    days.map((day) => [day, `Lunch sessions on ${day}`]),
  );
  expect([listed.length > 2, listed.length < 9, listed.length + unlisted]).toEqual([true, true, 20]);
  expect(listed.at(-1)?.number).toBe(20);
});
