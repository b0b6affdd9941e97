import { expect, test } from 'vitest';
import { calendarDayPath, dayStateWords } from './day-words';
import { filterWords } from './filter-words';

const today = '2026-11-23';

test('a day leads to its runs, an imported one to the line around it, and one without anything nowhere', () => {
  const path = (state: Parameters<typeof calendarDayPath>[0]['state']) =>
    calendarDayPath({ day: '2026-11-20', state }, today);
  for (const state of ['captured', 'manual', 'gap', 'today'] as const)
    expect(path(state)).toBe('/runs?from=2026-11-20&to=2026-11-20#history');
  expect(path('imported')).toBe('/trends?period=dates&from=2026-11-13&to=2026-11-23');
  expect([path('next'), path('before-first')]).toEqual([null, null]);
});

test('a gap is said with its reason', () => {
  expect(dayStateWords('gap', { reason: 'token-refused', status: 401 })).toBe('no snapshot, token refused (401)');
});

test('a filter is said as it was asked', () => {
  expect(filterWords({})).toBe('');
  expect(filterWords({ outcome: 'failed', kind: 'timed-out', from: '2025-12-01', to: '2026-02-28' })).toBe(
    'failed, No answer in time, 1 December 2025 to 28 February 2026',
  );
  expect(filterWords({ by: 'cli', from: '2026-01-05', to: '2026-01-05' })).toBe('by command, on 5 January 2026');
  expect(filterWords({ to: '2026-01-05' })).toBe('until 5 January 2026');
});
