import { expect, test } from 'vitest';
import { forecastWords, heldWords, refusalWords } from './forecasts';

const record = { held: 0, of: 0, kind: 'recomputed' } as const;
const view = {
  metric: 'using_enpass',
  on: '2027-01-31',
  low: 380,
  middle: 400,
  high: 410,
  refused: null,
  record,
} as const;
const told = (arrival: Parameters<typeof forecastWords>[1]['arrival'], over: object = {}) =>
  forecastWords({ metric: 'using_enpass', value: 420 }, { ...view, ...over, arrival });

test('a range clamped to nothing is no range, and says no more than it knows', () => {
  expect(told(null, { low: 400, high: 400 })).toBe(
    'Forecast for 31 January 2027: 400; nothing else is to be expected.',
  );
});

test('a range within one step of what is told is a range all the same', () => {
  const rate = { ...view, metric: 'extension', low: 0.00003, middle: 0.00005, high: 0.00009 } as const;
  const words = (value: number, over: object = {}) =>
    forecastWords({ metric: 'extension', value }, { ...rate, ...over, arrival: null });
  expect(words(0.01)).toBe('Forecast for 31 January 2027: <0.1%, and so is its whole range.');
  expect(words(0.0002)).toBe('Forecast for 31 January 2027: 0.01%, range <0.01–0.01%.');
  expect(words(0.01, { low: 0.00005, high: 0.00005 })).toBe(
    'Forecast for 31 January 2027: <0.1%; nothing else is to be expected.',
  );
});

test.each([
  [
    { earliest: '2027-01-05', about: '2027-03-02', refused: null },
    '420 hardly before 5 January 2027; about 2 March 2027 if the pace lasts.',
  ],
  [
    { earliest: '2027-01-05', about: null, refused: null },
    '420 hardly before 5 January 2027; not within 26 weeks if the pace lasts.',
  ],
  [{ earliest: null, about: null, refused: null }, '420 hardly within 26 weeks at this pace.'],
  [{ earliest: null, about: '2027-03-02', refused: null }, '420 about 2 March 2027 if the pace lasts.'],
  [
    { earliest: null, about: null, refused: { kind: 'flat', short: 0.01, long: 0 } },
    'No day is named: its pace is flat.',
  ],
  [
    { earliest: null, about: null, refused: { kind: 'flat', short: 14, long: -14 } },
    'No day is named: +14 a week in the last 4 weeks and −14 a week in the last 13 leave no pace.',
  ],
  [
    { earliest: null, about: null, refused: { kind: 'away', perWeek: -3.2 } },
    'No day is named: it moves away from the target (−3.2 a week).',
  ],
] as const)('an arrival %j', (arrival, words) => {
  expect(told(arrival)).toBe(`Forecast for 31 January 2027: 400, range 380–410. ${words}`);
});

test('a record says what it is of', () => {
  expect(heldWords({ held: 130, of: 160, kind: 'made' })).toBe(
    'Such ranges held in 130 of 160 earlier forecasts of this organisation.',
  );
  expect(heldWords(record)).toBe('');
});

test.each([
  [{ kind: 'too-few', snapshots: 20 }, '20 snapshots in 8 weeks, 21 are needed.'],
  [
    { kind: 'stale', lastDay: '2026-11-12', days: 11 },
    'the newest number is 11 days old (12 November 2026), at most 10 are allowed.',
  ],
  [
    { kind: 'base-step', base: 'assigned_license', from: 100, to: 150 },
    'Assigned stepped from 100 to 150 in the last five weeks, which moves the rate by itself.',
  ],
  [{ kind: 'decision' }, 'total licences move by a decision, not by themselves.'],
] as const)('a refusal %j', (refusal, words) => {
  expect(refusalWords('total_license', refusal)).toBe(`No forecast: ${words}`);
});
