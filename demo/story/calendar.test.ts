import { expect, test } from 'vitest';
import { addDays, eachDay, weekday } from '@/lib/domain/day';
import { dayOf, isBreak, isWorkday, mondayOf } from './calendar';

test('weekends and public holidays are no workdays', () => {
  const easter = [
    '2025-04-18',
    '2025-04-21',
    '2026-04-03',
    '2026-04-06',
    '2027-05-17',
    '2028-06-05',
    '2038-04-26',
  ] as const;
  const fixed = ['2026-12-25', '2026-05-01', '2025-10-03', '2026-01-01'] as const;
  const days = [...easter, ...fixed, '2026-11-28', '2026-11-29'] as const;
  expect(days.filter(isWorkday)).toEqual([]);
});

test('a year has about 250 workdays', () => {
  const years = [2025, 2026, 2027, 2028].map(
    (year) => eachDay(`${year}-01-01`, `${year}-12-31`).filter(isWorkday).length,
  );
  for (const days of years) expect(days).toBeGreaterThan(245);
  for (const days of years) expect(days).toBeLessThan(256);
});

test('the offices are closed for two whole weeks around New Year, whatever weekday it is', () => {
  for (let year = 2025; year < 2040; year += 1) {
    const closed = eachDay(`${year}-12-01`, `${year + 1}-01-31`).filter(isBreak);
    expect(closed).toHaveLength(14);
    expect(closed).toContain(`${year}-12-25`);
    expect(closed).toContain(`${year + 1}-01-01`);
  }
});

test('a place of the story is a working week, and its weeks follow one another', () => {
  for (const end of ['2026-11-23', '2026-12-31', '2027-01-10', '2028-02-29'] as const) {
    for (let week = -53; week < 0; week += 1) {
      const monday = mondayOf(week, end);
      expect(weekday(monday)).toBe(1);
      expect(isBreak(monday)).toBe(false);
      const between = eachDay(addDays(monday, 7), addDays(mondayOf(week + 1, end), -1));
      expect(between.every(isBreak)).toBe(true);
    }
  }
  expect(dayOf({ week: -1, weekday: 3 }, '2026-11-23')).toBe('2026-11-18');
});
