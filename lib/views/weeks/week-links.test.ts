import { expect, test } from 'vitest';
import { funnelShape } from '@/lib/domain/funnel';
import { metrics } from '@/lib/domain/metrics/adoption';
import { aroundWeek, metricsOfFlow, weekOfCell } from './week-links';

test('a week’s figure opens the weeks around it, and no day to come', () => {
  expect(aroundWeek('adoption', '2026-W40', '2026-11-23')).toBe(
    '/trends?metric=adoption&period=dates&from=2026-08-31&to=2026-10-18',
  );
  expect(aroundWeek('usage', '2026-W47', '2026-11-23')).toBe(
    '/trends?metric=usage&period=dates&from=2026-10-19&to=2026-11-23',
  );
});

test('each cell is of its own week, over the year’s end too', () => {
  expect([0, 1, 2, 3, 4].map((at) => weekOfCell('2027-W02', at, 5))).toEqual([
    '2026-W51',
    '2026-W52',
    '2026-W53',
    '2027-W01',
    '2027-W02',
  ]);
});

test('a row between two stages is known by its words', () => {
  for (const { id, before, waiting } of funnelShape)
    expect(metricsOfFlow(`${metrics[before].label} to ${metrics[id].label}`)).toEqual({ to: id, waiting });
  expect(metricsOfFlow('Something else')).toBeNull();
});
