import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  type Day,
  dayIn,
  daysBetween,
  eachDay,
  happenedIn,
  instantOf,
  isDay,
  isTimeOfDay,
  isTimeZone,
  startOf,
  type TimeZone,
  timeIn,
  weekday,
} from './day';
import { daysOfWeek } from './week';

const zones = [
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'America/Nuuk',
  'Asia/Kathmandu',
  'UTC',
] as const;
const anyDay = fc.integer({ min: 0, max: 36_889 }).map((days) => addDays('2000-01-01', days));
const anyZone = fc.constantFrom(...zones);
const anyTime = fc
  .integer({ min: 0, max: 1439 })
  .map((minute) => new Date(minute * 60_000).toISOString().slice(11, 16));
const anyInstant = fc.date({ min: new Date('2000-01-02'), max: new Date('2100-12-30'), noInvalidDate: true });

describe('a day', () => {
  test('is a real calendar day, written in full', () => {
    expect(['2026-11-23', '2024-02-29', '2000-01-01'].every(isDay)).toBe(true);
    const wrong = [
      '2026-02-29',
      '2026-11-31',
      '2026-13-01',
      '2026-1-1',
      '0206-11-23',
      '20261123',
      '',
      '2026-11-23T00:00',
      '٢٠٢٦-١١-٢٣',
    ];
    expect(wrong.filter(isDay)).toEqual([]);
  });

  test('survives going forward and back, from 2000 to 2100', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -40_000, max: 40_000 }), (day, count) => {
        expect(addDays(addDays(day, count), -count)).toBe(day);
        expect(daysBetween(day, addDays(day, count))).toBe(count);
      }),
    );
  });

  test('follows its neighbour without hole or repetition', () => {
    const days = eachDay('2000-01-01', '2100-12-31');
    expect(days).toHaveLength(36_890);
    expect(new Set(days).size).toBe(36_890);
    expect(days.every(isDay)).toBe(true);
    expect(days.every((day, index) => weekday(day) === ((index + 5) % 7) + 1)).toBe(true);
  });

  test('has no days in a span that ends before it begins', () => {
    expect(eachDay('2026-03-02', '2026-03-01')).toEqual([]);
    expect(eachDay('2026-02-28', '2026-03-01')).toEqual(['2026-02-28', '2026-03-01']);
  });
});

describe('a time of day', () => {
  test('runs from 00:00 to 23:59', () => {
    expect(['00:00', '06:00', '23:59'].every(isTimeOfDay)).toBe(true);
    expect(['24:00', '6:00', '06:60', '06:00:00', ''].filter(isTimeOfDay)).toEqual([]);
  });
});

describe('a time zone', () => {
  test('is a name of the IANA list', () => {
    expect([...zones, 'Etc/GMT+5'].every(isTimeZone)).toBe(true);
    expect(['Europe/Nowhere', '+01:00', '', 'Berlin', ' UTC'].filter(isTimeZone)).toEqual([]);
  });

  test('decides which day an instant belongs to', () => {
    const instant = new Date('2026-11-22T23:30:00Z');
    expect(dayIn(instant, 'UTC')).toBe('2026-11-22');
    expect(dayIn(instant, 'Europe/Berlin')).toBe('2026-11-23');
    expect(dayIn(instant, 'America/New_York')).toBe('2026-11-22');
    expect(timeIn(instant, 'Asia/Kathmandu')).toBe('05:15');
  });
});

describe('the instant of a wall clock time', () => {
  const at = (day: Day, time: string, zone: TimeZone) => instantOf(day, time, zone).toISOString();

  test('knows summer and winter time', () => {
    expect(at('2026-07-01', '06:00', 'Europe/Berlin')).toBe('2026-07-01T04:00:00.000Z');
    expect(at('2026-11-23', '06:00', 'Europe/Berlin')).toBe('2026-11-23T05:00:00.000Z');
  });

  test('is the end of the gap when summer time jumps over it', () => {
    expect(at('2026-03-29', '02:30', 'Europe/Berlin')).toBe('2026-03-29T01:00:00.000Z');
    expect(at('2026-03-08', '02:00', 'America/New_York')).toBe('2026-03-08T07:00:00.000Z');
    expect(at('2026-10-04', '02:10', 'Australia/Lord_Howe')).toBe('2026-10-03T15:30:00.000Z');
  });

  test('is the earlier one when the hour comes twice', () => {
    expect(at('2026-10-25', '02:30', 'Europe/Berlin')).toBe('2026-10-25T00:30:00.000Z');
    expect(at('2026-11-01', '01:30', 'America/New_York')).toBe('2026-11-01T05:30:00.000Z');
    expect(at('2026-04-05', '01:45', 'Australia/Lord_Howe')).toBe('2026-04-04T14:45:00.000Z');
  });

  test('is the start of the next day when the zone skipped the day', () => {
    expect(at('2011-12-30', '06:00', 'Pacific/Apia')).toBe('2011-12-30T10:00:00.000Z');
    expect(dayIn(new Date('2011-12-30T10:00:00Z'), 'Pacific/Apia')).toBe('2011-12-31');
    expect(happenedIn('2011-12-30', 'Pacific/Apia')).toBe(false);
    expect(happenedIn('2011-12-29', 'Pacific/Apia') && happenedIn('2011-12-31', 'Pacific/Apia')).toBe(true);
  });

  test('is the first at which the clock shows that time or later', () => {
    fc.assert(
      fc.property(anyDay, anyTime, anyZone, (day, time, zone) => {
        const instant = instantOf(day, time, zone);
        const shown = (at: Date) => `${dayIn(at, zone)} ${timeIn(at, zone)}`;
        expect(shown(instant) >= `${day} ${time}`).toBe(true);
        for (const seconds of [1, 60, 1800, 3600, 7200]) {
          const earlier = new Date(instant.getTime() - seconds * 1000);
          expect(shown(earlier) < `${day} ${time}`).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('lies on its day, whatever instant one starts from', () => {
    fc.assert(
      fc.property(anyInstant, anyZone, (instant, zone) => {
        const day = dayIn(instant, zone);
        expect(happenedIn(day, zone)).toBe(true);
        expect(startOf(day, zone) <= instant).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the compiler', () => {
  const text: string = '2026-11-23';

  test('takes a day as it is written, and other text only once it was looked at', () => {
    expect(addDays('2026-11-23', 1)).toBe('2026-11-24');
    expect(isDay(text) && addDays(text, 1)).toBe('2026-11-24');
    // @ts-expect-error: it may be anything
    expect(addDays(text, 1)).toBe('2026-11-24');
    // @ts-expect-error: no day is written like this
    expect(() => addDays('tomorrow', 1)).toThrow('not a day');
  });

  test('tells days, weeks and zones apart', () => {
    // @ts-expect-error: a week where a day is wanted
    expect(() => addDays('2026-W47', 1)).toThrow('not a day');
    // @ts-expect-error: a zone where a day is wanted
    expect(() => addDays('Europe/Berlin', 1)).toThrow('not a day');
    // @ts-expect-error: a day where a week is wanted
    expect(() => daysOfWeek('2026-11-23')).toThrow('not a day');
    // @ts-expect-error: a day where a zone is wanted
    expect(() => dayIn(new Date(0), '2026-11-23')).toThrow(RangeError);
    // @ts-expect-error: the zone comes last
    expect(() => happenedIn('Europe/Berlin', '2026-11-23')).toThrow();
  });
});
