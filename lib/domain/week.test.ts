import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, eachDay, weekday } from './day';
import { contains, daysUpTo, lengthInDays, previous } from './period';
import { addWeeks, daysOfWeek, isWeek, weekOf } from './week';

const anyDay = fc.integer({ min: 0, max: 36_889 }).map((days) => addDays('2000-01-01', days));

test('a week runs from Monday to Sunday and holds its days', () => {
  expect(weekOf('2026-11-16')).toBe('2026-W47');
  expect(weekOf('2026-11-22')).toBe('2026-W47');
  expect(daysOfWeek('2026-W47')).toEqual({ from: '2026-11-16', to: '2026-11-22' });
});

test('the days around New Year belong to the year of their Thursday', () => {
  expect(weekOf('2026-12-31')).toBe('2026-W53');
  expect(weekOf('2027-01-03')).toBe('2026-W53');
  expect(weekOf('2027-01-04')).toBe('2027-W01');
  expect(weekOf('2024-12-30')).toBe('2025-W01');
  expect(weekOf('2021-01-03')).toBe('2020-W53');
});

test('only weeks that exist are weeks', () => {
  expect(['2026-W01', '2026-W53', '2027-W52', '2020-W53'].every(isWeek)).toBe(true);
  expect(['2027-W53', '2026-W60', '2026-W00', '2026-47', '2026-W4', '', '0000-W01'].filter(isWeek)).toEqual([]);
});

test('every day from 2000 to 2100 lies in exactly its own week', () => {
  for (const day of eachDay('2000-01-01', '2100-12-31')) {
    const { from, to } = daysOfWeek(weekOf(day));
    if (!(from <= day && day <= to && weekday(from) === 1 && isWeek(weekOf(day)))) expect.fail(day);
  }
});

test('weeks follow each other without hole or repetition', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -300, max: 300 }), (day, count) => {
      expect(addWeeks(addWeeks(weekOf(day), count), -count)).toBe(weekOf(day));
      expect(daysOfWeek(addWeeks(weekOf(day), 1)).from).toBe(addDays(daysOfWeek(weekOf(day)).to, 1));
    }),
  );
});

test('the previous period is equally long and ends the day before', () => {
  expect(previous({ from: '2026-03-01', to: '2026-03-31' })).toEqual({ from: '2026-01-29', to: '2026-02-28' });
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 800 }), (last, count) => {
      const period = daysUpTo(last, count);
      expect(lengthInDays(period)).toBe(count);
      expect(lengthInDays(previous(period))).toBe(count);
      expect(addDays(previous(period).to, 1)).toBe(period.from);
      expect(contains(period, previous(period).to)).toBe(false);
    }),
  );
});
