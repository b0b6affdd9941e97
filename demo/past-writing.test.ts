import { expect, test } from 'vitest';
import { longestTitle } from '@/lib/api/annotation';
import { addDays, eachDay, weekday } from '@/lib/domain/day';
import { printedAnswer } from '@/lib/domain/review';
import { addWeeks, weekOf } from '@/lib/domain/week';
import { startFor } from './fake-enpass/organisation';
import { pastAnnotations, pastReviews } from './past-writing';

const todays = eachDay('2026-11-16', '2027-12-31').filter((_, index) => index % 3 === 0);

test('whatever day it is today, each review says what its week’s numbers say, and last week’s is due', () => {
  for (const today of todays) {
    const reviews = pastReviews({ start: startFor(today), today });
    expect(reviews.at(-1)?.week).toBe(addWeeks(weekOf(today), -2));
    expect(reviews.length).toBeGreaterThan(40);
    for (const { happened, why, next, writtenOn } of reviews) {
      for (const text of [happened, why, next]) {
        expect(text).not.toMatch(/[{}]/);
        expect(text.length).toBeLessThanOrEqual(printedAnswer);
      }
      expect(writtenOn < today || weekday(today) === 1, `${today} ${writtenOn}`).toBe(true);
    }
    expect(reviews.filter(({ revised }) => revised !== null)).toHaveLength(1);
  }
});

test('all annotations lie in the history, and one tells of each holiday', () => {
  for (const today of todays) {
    const start = startFor(today);
    const annotations = pastAnnotations({ start, today });
    expect(annotations.length).toBeGreaterThanOrEqual(13);
    expect(new Set(annotations.map(({ kind }) => kind)).size).toBe(5);
    for (const { from, to, title } of annotations) {
      expect(start <= from && from <= to && to < today).toBe(true);
      expect(title.length).toBeLessThanOrEqual(longestTitle);
    }
    expect(annotations.filter(({ title }) => title.startsWith('Offices closed')).length).toBeGreaterThan(0);
  }
  expect(addDays('2026-12-24', 8)).toBe('2027-01-01');
});
