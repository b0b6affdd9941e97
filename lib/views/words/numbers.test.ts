import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  changeWords,
  countWords,
  dayAndMonth,
  durationWords,
  longDay,
  longSpan,
  percentWords,
  plural,
  pointsWords,
  relativeDay,
  shortDay,
  signedPoints,
  soonWords,
  spanWords,
  timeWords,
  triggerWords,
  untilWords,
  weekdayAndMonth,
  weekdayDay,
  zoneWords,
} from './numbers';

const here = { now: new Date('2026-11-23T08:50:00Z'), timeZone: 'Europe/Berlin' } as const;
const at = (iso: string) => new Date(iso);

test('numbers carry thousands separators and a true minus', () => {
  expect([0, 1234, 10_000_000, -5].map(countWords)).toEqual(['0', '1,234', '10,000,000', '−5']);
  expect([6, -1200, 0, null].map(changeWords)).toEqual(['+6', '−1,200', 'unchanged', '—']);
});

test('an unknown number is a dash, never a zero', () => {
  expect([countWords(null), percentWords(null), changeWords(null), pointsWords(null)]).toEqual(['—', '—', '—', '—']);
});

test('an exact half of a tenth is rounded up, as a spreadsheet does', () => {
  expect([23 / 80, 41 / 80, 51 / 80].map((ratio) => percentWords(ratio))).toEqual(['28.8%', '51.3%', '63.8%']);
});

test('a percentage has one decimal and no space', () => {
  expect([260 / 420, 0, 1, 0.6905, 12.5].map((ratio) => percentWords(ratio))).toEqual([
    '61.9%',
    '0.0%',
    '100.0%',
    '69.1%',
    '1,250.0%',
  ]);
});

test('points are signed, and unchanged when they round to nothing', () => {
  expect([1.5, -0.4, 0.04, -0.04, 10].map((points) => pointsWords(points))).toEqual([
    '+1.5 points',
    '−0.4 points',
    'unchanged',
    'unchanged',
    '+10.0 points',
  ]);
  expect(pointsWords(0.5, 'pts')).toBe('+0.5 pts');
  expect([2.4, -0.9, 0].map((points) => signedPoints(points))).toEqual(['+2.4', '−0.9', '0.0']);
});

test('one thing is singular', () => {
  expect([plural(1, 'day'), plural(0, 'day'), plural(1200, 'person', 'people')]).toEqual([
    '1 day',
    '0 days',
    '1,200 people',
  ]);
});

test('dates read as people in Britain write them', () => {
  expect(shortDay('2026-09-01', '2026-11-23')).toBe('1 Sep');
  expect(weekdayDay('2026-11-18', '2026-11-23')).toBe('Wed 18 Nov');
  expect(weekdayAndMonth('2026-11-16', '2026-11-23')).toBe('Monday 16 November');
  expect(longDay('2026-11-23')).toBe('Monday 23 November 2026');
});

test('a span names its month once when it can', () => {
  expect(spanWords('2026-10-06', '2026-10-08', '2026-11-23')).toBe('6–8 Oct');
  expect(spanWords('2026-07-27', '2026-08-02', '2026-11-23')).toBe('27 Jul–2 Aug');
  expect(spanWords('2026-11-18', '2026-11-18', '2026-11-23')).toBe('Wed 18 Nov');
  expect(longSpan('2026-08-26', '2026-11-23')).toBe('26 August to 23 November 2026');
  expect(longSpan('2026-11-16', '2026-11-19')).toBe('16 to 19 November 2026');
  expect(longSpan('2026-11-16', '2026-11-16')).toBe('16 November 2026');
  expect(longSpan('2025-11-01', '2026-01-29')).toBe('1 November 2025 to 29 January 2026');
});

test('days near today have names, days of another year say so', () => {
  const words = ['2026-11-22', '2026-11-23', '2026-11-24', '2026-11-25', '2025-11-23'] as const;
  expect(words.map((day) => relativeDay(day, '2026-11-23'))).toEqual([
    'yesterday',
    'today',
    'tomorrow',
    'Wed 25 Nov',
    'Sun 23 Nov 2025',
  ]);
});

test('times are those of the organisation’s zone', () => {
  expect(timeWords(at('2026-11-23T05:00:00Z'), here)).toBe('today 06:00');
  expect(timeWords(at('2026-11-23T23:30:00Z'), here)).toBe('tomorrow 00:30');
  expect(soonWords(at('2026-11-23T09:20:00Z'), here)).toBe('10:20');
  expect(soonWords(at('2026-11-24T05:00:00Z'), here)).toBe('tomorrow 06:00');
});

test('durations name at most two units', () => {
  const ms = [300, 800, 9_000, 9_949, 9_950, 59_400, 102_000, 300_000, 72_600_000, 259_200_000];
  expect(ms.map(durationWords)).toEqual([
    '0.3 s',
    '0.8 s',
    '9 s',
    '9.9 s',
    '10 s',
    '59 s',
    '1 min 42 s',
    '5 min',
    '20 h 10 min',
    '3 days',
  ]);
});

test('what lies ahead is counted in whole seconds, then whole minutes', () => {
  const ahead = (ms: number) => untilWords(new Date(here.now.getTime() + ms), here.now);
  expect([0, -5, 5_200, 59_000, 61_000, 72_600_000].map(ahead)).toEqual([
    'now',
    'now',
    'in 6 s',
    'in 59 s',
    'in 2 min',
    'in 20 h 10 min',
  ]);
});

test('a zone is called after its place', () => {
  const zones = ['Europe/Berlin', 'America/Argentina/Buenos_Aires', 'UTC', 'Etc/UTC'] as const;
  expect(zones.map(zoneWords)).toEqual(['Berlin time', 'Buenos Aires time', 'UTC', 'UTC']);
});

test('a zone without a place says how far it is from UTC, the way clocks do', () => {
  const zones = ['Etc/GMT-2', 'Etc/GMT+11', 'Etc/GMT', 'Etc/GMT-0', 'Etc/Zulu'] as const;
  expect(zones.map(zoneWords)).toEqual(['UTC+2', 'UTC−11', 'UTC', 'UTC', 'UTC']);
});

test('a run says who started it', () => {
  expect(triggerWords('scheduled', 'scheduler')).toBe('schedule');
  expect(triggerWords('manual', 'Olga')).toBe('Olga, by hand');
  expect(triggerWords('cli', 'cli')).toBe('by command');
});

test('a fall of an exact half is as large as the rise it mirrors', () => {
  expect([pointsWords(0.25), pointsWords(-0.25)]).toEqual(['+0.3 points', '−0.3 points']);
  expect([pointsWords(-0.05), pointsWords(0.05)]).toEqual(['−0.1 points', '+0.1 points']);
  expect(pointsWords((23 / 80) * 100 - 28)).toBe('+0.8 points');
});

test('a day of another year says which, in every form', () => {
  const beside = '2026-11-23';
  expect(shortDay('2029-12-31', beside)).toBe('31 Dec 2029');
  expect(weekdayDay('2025-11-18', beside)).toBe('Tue 18 Nov 2025');
  expect(dayAndMonth('2025-11-18', beside)).toBe('18 November 2025');
  expect(weekdayAndMonth('2027-01-04', beside)).toBe('Monday 4 January 2027');
  expect(spanWords('2025-10-06', '2025-10-08', beside)).toBe('6–8 Oct 2025');
  expect(spanWords('2025-07-27', '2025-08-02', beside)).toBe('27 Jul–2 Aug 2025');
  expect(spanWords('2026-12-29', '2027-01-03', beside)).toBe('29 Dec 2026–3 Jan 2027');
});

test('only nothing is 0% and only all is 100%, with however many decimals', () => {
  const count = fc.integer({ min: 0, max: 10_000_000 });
  const base = fc.integer({ min: 1, max: 10_000_000 });
  fc.assert(
    fc.property(count, base, fc.integer({ min: 1, max: 5 }), (part, of, decimals) => {
      const words = percentWords(part / of, decimals);
      expect(/^0\.0+%$/.test(words)).toBe(part === 0);
      expect(/^100\.0+%$/.test(words)).toBe(part === of);
    }),
  );
  expect([0.9996, 0.9994, 1, 0.0002, 0, 1.0003].map((ratio) => percentWords(ratio))).toEqual([
    '>99.9%',
    '99.9%',
    '100.0%',
    '<0.1%',
    '0.0%',
    '>100.0%',
  ]);
});
