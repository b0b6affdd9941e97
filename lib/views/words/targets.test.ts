import { describe, expect, test } from 'vitest';
import { addDays, eachDay } from '@/lib/domain/day';
import { progressOf, type Target, targetStates } from '@/lib/domain/target';
import { targetName, targetRules, targetStateWords, targetWords } from './targets';

const today = '2026-11-23';
const aTarget = (over: Partial<Target> = {}): Target => ({
  id: 't',
  metric: 'adoption',
  value: 0.75,
  direction: 'up',
  dueDay: '2026-12-31',
  setOn: '2026-09-01',
  startValue: 0.5,
  setByName: 'Max Okafor',
  ...over,
});
const rows = (perDay: number, count = 182) =>
  eachDay(addDays(today, 1 - count), today).map((day, index) => ({
    day,
    using_enpass: Math.round(260 - perDay * (count - 1 - index)),
    assigned_license: 420,
  }));
const told = (target: Target, of = rows(1)) => targetWords(target, progressOf(target, of, today), today);

describe('a target in words', () => {
  test('says what it needs in people, rounded so that doing it is enough', () => {
    expect(told(aTarget({ dueDay: '2027-01-31' }))).toEqual({
      state: 'On track',
      name: 'Adoption 75%',
      due: 'by 31 January 2027, in 9 weeks',
      now: 'Now 61.9%, 260 of 420 assigned',
      need: 'Needs 5.6 people a week, the pace is 7.',
      forecast:
        'Forecast for 31 January 2027: 78.3%, without a range: all weeks moved alike. At this pace 75% comes about 17 January 2027.',
    });
  });

  test('a forecast has a range, and so has the day it names', () => {
    const uneven = rows(1).map((row, index) => ({ ...row, using_enpass: row.using_enpass - (index % 14 < 7 ? 3 : 0) }));
    expect(told(aTarget({ dueDay: '2027-01-31' }), uneven).forecast).toBe(
      'Forecast for 31 January 2027: 78.3%, range 73.3–83.4%. At this pace 75% comes about 17 January 2027, between 3 January and 10 February 2027.',
    );
  });

  test('a pace that would be enough today says why it is not: the base grows, too', () => {
    const growing = rows(1).map((row, index) => ({ ...row, assigned_license: 420 - (181 - index) }));
    expect(told(aTarget({ dueDay: '2027-02-28' }), growing)).toMatchObject({
      state: 'Behind',
      need: 'Needs 4 people a week, the pace is 7, but the base grows by 7 a week.',
    });
  });

  test('out of reach names the best week; flat, away and too few say why there is no forecast', () => {
    expect(told(aTarget()).need).toBe('Needs 10.2 people a week, the best week had 7.');
    expect(told(aTarget(), rows(0)).forecast).toBe('No forecast: it stayed at 61.9% for the last 8 weeks.');
    expect(told(aTarget({ setOn: '2026-11-20' }), rows(-1)).forecast).toBe(
      'No forecast: it moves away from the target (−1.7 points a week).',
    );
    expect(told(aTarget(), rows(1, 9)).forecast).toBe('No forecast: 9 snapshots in the last 8 weeks, 21 are needed.');
    expect(told(aTarget({ setOn: '2026-11-20' }), rows(-1, 9)).need).toBe(
      'Needs 10.2 people a week, the pace is 7 the other way.',
    );
  });

  test('reached, due and gone', () => {
    expect(told(aTarget({ value: 0.6 }))).toMatchObject({
      state: 'Reached',
      need: 'Reached on 15 November 2026, 46 days early.',
      forecast: '',
    });
    expect(told(aTarget({ dueDay: today }))).toMatchObject({
      due: 'by 23 November 2026, today',
      need: '55 people missing, and no time left.',
    });
    expect(told(aTarget({ dueDay: '2026-11-01' })).due).toBe('was due by 1 November 2026');
    for (const dueDay of ['2026-11-01', today] as const) {
      expect(told(aTarget({ dueDay })).forecast).toBe('No forecast: the due day has come.');
    }
    expect(told(aTarget({ dueDay: '2026-11-20' }), rows(1).slice(0, -9)).need).toBe(
      '64 people missing, and no time left.',
    );
    expect(told(aTarget(), [])).toMatchObject({ state: 'Not known yet', now: 'No snapshot has this number yet' });
  });
});

test('needs of thousands have separators, too', () => {
  const people = rows(0).map((row) => ({ ...row, activated_license: 0 }));
  const many = aTarget({ metric: 'activated_license', value: 10_000, dueDay: '2026-12-31' });
  expect(told(many, people).need).toMatch(/^Needs 1,842\.2 people a week/);
});

test('every state has a rule and a name', () => {
  expect(targetRules.map(({ state }) => state).sort()).toEqual(targetStates.toSorted());
  expect(Object.keys(targetStateWords)).toHaveLength(targetStates.length);
  expect(targetName({ metric: 'adoption', value: 0.755 })).toBe('Adoption 75.5%');
  expect(targetName({ metric: 'total_license', value: 1200 })).toBe('Total licences 1,200');
});
