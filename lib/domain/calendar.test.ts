import { expect, test } from 'vitest';
import { type CalendarQuestion, calendarOf } from './calendar';
import { type Day, weekday } from './day';
import type { GapDay } from './gap';

const today = '2026-11-23';
const refused: GapDay = { day: '2026-11-18', reason: 'token-refused', status: 401 };

const question: CalendarQuestion = {
  captured: [
    { day: '2026-11-16', source: 'imported' },
    { day: '2026-11-17', source: 'manual' },
    { day: '2026-11-19', source: 'scheduled' },
    { day: today, source: 'scheduled' },
  ],
  gaps: [refused],
  first: '2026-11-16',
  today,
  days: 90,
};

const cellsOf = (asked: CalendarQuestion) => calendarOf(asked).flat();
const stateOf = (asked: CalendarQuestion, day: Day) => cellsOf(asked).find((cell) => cell?.day === day)?.state;

test('ninety days and tomorrow stand in whole weeks from Monday', () => {
  const weeks = calendarOf(question);
  expect(weeks.every((week) => week.length === 7)).toBe(true);
  for (const week of weeks) {
    expect(week.map((cell, index) => (cell ? weekday(cell.day) : index + 1))).toEqual([1, 2, 3, 4, 5, 6, 7]);
  }
  const days = cellsOf(question).flatMap((cell) => (cell ? [cell.day] : []));
  expect(days).toHaveLength(91);
  expect([days[0], days.at(-1)]).toEqual(['2026-08-26', '2026-11-24']);
});

test('every day says how it was captured, or why not', () => {
  expect(stateOf(question, '2026-11-15')).toBe('before-first');
  expect(stateOf(question, '2026-11-16')).toBe('imported');
  expect(stateOf(question, '2026-11-17')).toBe('manual');
  expect(stateOf(question, '2026-11-19')).toBe('captured');
  expect(stateOf(question, '2026-11-24')).toBe('next');
  expect(cellsOf(question).find((cell) => cell?.day === '2026-11-18')).toEqual({
    day: '2026-11-18',
    state: 'gap',
    isToday: false,
    reason: { reason: 'token-refused', status: 401 },
  });
});

test('today stands for itself until it is captured, and tomorrow is not shown before', () => {
  const waiting = { ...question, captured: question.captured.slice(0, 3) };
  expect(stateOf(waiting, today)).toBe('today');
  expect(stateOf(waiting, '2026-11-24')).toBeUndefined();
  expect(cellsOf(question).find((cell) => cell?.isToday)).toMatchObject({ day: today, state: 'captured' });
});
