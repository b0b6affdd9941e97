import { expect, test } from 'vitest';
import { eachDay } from '@/lib/domain/day';
import { headlineChart } from './headline-chart';
import { headlineFlags } from './headline-flags';

const points = eachDay('2026-09-01', '2026-11-23').map((day, at) => ({ day, value: 0.3 + at / 1000 }));

test('annotations stand above the headline’s line, in words where they fit, and only those in view', () => {
  const chart = headlineChart(points, [], 'wide');
  if (!chart) throw new Error('two days are enough');
  const flag = (number: number, from: '2026-03-01' | '2026-10-01' | '2026-10-08') => ({
    id: String(number),
    from,
    to: from,
    title: 'New laptops',
    number,
  });
  const flags = headlineFlags(chart, [flag(1, '2026-03-01'), flag(2, '2026-10-01'), flag(3, '2026-10-08')]);
  expect(flags.map(({ id, text, y }) => [id, text, y])).toEqual([
    ['2', 'New laptops', 4],
    ['3', 'New laptops', 4],
  ]);
  expect(flags[0]).toMatchObject({ anchor: 'end' });
  expect(flags[1]).toMatchObject({ anchor: 'start' });
});
