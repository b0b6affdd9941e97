import { expect, test } from 'vitest';
import { foundTrends, today } from '@/tests/support/found-trends';
import { layers, readAddress, stateOf } from './address';
import { compareFrom, selectedDays, selectionWords, zoomHref } from './pointed';
import { trendSpec } from './trend-spec';

const daily = trendSpec(foundTrends(), layers);
const weekly = trendSpec(foundTrends({ period: { from: '2026-05-25', to: today }, first: '2025-01-01' }), layers);

test('two places are the days from the first to the last, whichever came first', () => {
  expect(selectedDays(daily, { anchor: 10, to: 3 })).toEqual({ from: '2026-09-04', to: '2026-09-11' });
  expect(selectedDays(daily, { anchor: 3, to: 3 })).toBeNull();
  // Over the forecast: up to the newest day.
  expect(selectedDays(daily, { anchor: 80, to: 99 })).toEqual({ from: '2026-11-20', to: today });
  expect(selectionWords(daily, { anchor: 3, to: 10 })).toBe('4–11 Sep chosen, Enter zooms');
});

test('a week is chosen whole, and one that is not over up to today', () => {
  expect(selectedDays(weekly, { anchor: 24, to: 25 })).toEqual({ from: '2026-11-09', to: '2026-11-22' });
  expect(selectedDays(weekly, { anchor: 25, to: 26 })).toEqual({ from: '2026-11-16', to: today });
});

test('zooming keeps lines and layers, and lets the length decide how dense they are', () => {
  const state = { ...stateOf(['adoption', 'usage'], readAddress({})), layers: ['target'] as const };
  expect(zoomHref(state, daily, { anchor: 0, to: 9 })).toBe(
    '/trends?metric=adoption&metric=usage&period=dates&from=2026-09-01&to=2026-09-10&show=line&show=target',
  );
});

test('a pinned day leads to the comparison with the newest snapshot, the newest to none', () => {
  expect(compareFrom(daily, 0)).toEqual({
    href: `/compare?from=2026-09-01&to=${today}`,
    words: 'Compare Tue 1 Sep with Mon 23 Nov',
  });
  expect(compareFrom(daily, 83)).toBeNull();
  expect(compareFrom(trendSpec(foundTrends({ first: '2026-10-01' }), layers), 0)).toBeNull();
});
