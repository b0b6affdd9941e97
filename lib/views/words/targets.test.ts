import { describe, expect, test } from 'vitest';
import { addDays, type Day, eachDay } from '@/lib/domain/day';
import { type Target, targetStates } from '@/lib/domain/target';
import { progressOf } from '@/lib/domain/target-progress';
import { targetRules, targetStateWords, targetTones } from './target-rules';
import { targetName, targetWords } from './targets';

const today = '2026-11-23';
const aTarget = (over: Partial<Target> = {}): Target => ({
  id: 't',
  metric: 'adoption',
  value: 0.75,
  direction: 'up',
  dueDay: '2027-01-31',
  setOn: '2026-11-20',
  startValue: 0.5,
  setByName: 'Max Okafor',
  ...over,
});

type Course = { count?: number; last?: Day; basePerDay?: number };

/** Up to 260 of 420. */
const rows = (perDay: number, { count = 200, last = today, basePerDay = 0 }: Course = {}) =>
  eachDay(addDays(last, 1 - count), last).map((day, index) => ({
    day,
    using_enpass: Math.round(260 - perDay * (count - 1 - index)),
    assigned_license: Math.round(420 - basePerDay * (count - 1 - index)),
    total_license: 900,
  }));
const told = (target: Target, of = rows(1), on: Day = today) => targetWords(target, progressOf(target, of, on), on);

describe('a target in words', () => {
  test('says one number to steer by, rounded so that doing it is enough', () => {
    expect(told(aTarget())).toMatchObject({
      name: 'Adoption 75%',
      due: 'by 31 January 2027, in about 10 weeks',
      now: 'Now 61.9%, 260 of 420 assigned',
      need: 'Needs 5.6 people a week; the pace is 7.',
    });
    expect(told(aTarget(), rows(1, { basePerDay: 0.5 })).need).toMatch(
      /^Needs 8\.\d people a week while the base grows by 3\.5; the pace is 7[.,]/,
    );
  });

  test('says why, where need and pace alone would say something else than the state', () => {
    const behind = rows(0.6, { count: 60 });
    const target = aTarget({ value: (260 + 40) / 420, dueDay: addDays(today, 70) });
    expect(told(target, behind)).toMatchObject({
      state: 'Behind',
      need: 'Needs 4 people a week; the pace is 4.3, but paces slacken, and the forecast counts on it.',
    });
  });

  test('of a count never speaks of a rate: old numbers or whole people are why a slow pace is enough', () => {
    const old = rows(1, { last: addDays(today, -7) });
    const people = (value: number) => aTarget({ metric: 'using_enpass', value, dueDay: addDays(today, 14) });
    expect(told(people(278), old)).toMatchObject({
      state: 'On track',
      need: 'Needs 9 people a week; the pace is 7, and the forecast counts from the newest snapshot, 7 days old.',
    });
    const slow = rows(0.08, { count: 190 });
    const one = { ...people(261), dueDay: addDays(today, 7) };
    expect(told(one, slow)).toMatchObject({
      state: 'On track',
      need: 'Needs 1 person a week; the pace is 0.5, and the forecast meets it in whole people.',
    });
  });

  test('says a week of a pace that stands beside days', () => {
    expect(told(aTarget({ dueDay: addDays(today, 3) })).need).toBe('Needs 55 people in 3 days; the pace is 7 a week.');
  });

  test('says of which day its numbers are when they are not new', () => {
    const old = rows(1, { last: '2026-11-03' });
    expect(told(aTarget(), old).now).toBe('61.9% on 3 November 2026, 260 of 420 assigned');
    expect(told(aTarget({ metric: 'using_enpass', value: 300 }), old).now).toBe('260 on 3 November 2026');
    expect(told(aTarget({ dueDay: '2026-11-22' }), old).need).toBe(
      'The due day is over. 55 people missing on 3 November 2026.',
    );
    expect(told(aTarget(), rows(1, { last: '2026-11-22' })).now).toBe('Now 61.9%, 260 of 420 assigned');
  });

  test('is told as finely as it was set', () => {
    const tiny = rows(0).map((row) => ({ ...row, using_enpass: 4, assigned_license: 99_950, total_license: 100_000 }));
    expect(told(aTarget({ value: 0.0002 }), tiny).now).toBe('Now <0.01%, 4 of 99,950 assigned');
  });

  test('tells range, arrival without a last day, and its record', () => {
    expect(told(aTarget()).forecast).toMatch(
      /^Forecast for 31 January 2027: 7\d\.\d%, range \d\d\.\d–\d\d\.\d%\. 75% hardly before \d+ \w+ 202\d; about \d+ \w+ 2027 if the pace lasts\. Such ranges held in \d+ of \d+ forecasts recomputed from its past\.$/,
    );
  });

  test('has an arrival refused in words that are true', () => {
    expect(told(aTarget(), rows(0)).forecast).toContain('No day is named: its pace is flat.');
    expect(told(aTarget(), rows(-0.5)).forecast).toMatch(
      /No day is named: it moves away from the target \(−0\.\d points a week\)\./,
    );
    const people = aTarget({ metric: 'using_enpass', value: 400 });
    const there = rows(2, { count: 29 }).map((row) => row.using_enpass);
    const peak = rows(0, { count: 100 }).map((row, index) => {
      const recent = there[index - 71];
      return { ...row, using_enpass: recent ?? 204 + Math.round(((71 - index) * 98) / 63) };
    });
    expect(told(people, peak).forecast).toMatch(/No day is named|hardly/);
  });

  test('that is missed, due today, or has no range says so', () => {
    expect(told(aTarget({ dueDay: '2026-11-22' }))).toMatchObject({
      state: 'Missed',
      due: 'was due by 22 November 2026',
      need: 'The due day is over. 55 people missing now.',
      forecast: '',
    });
    expect(told(aTarget({ dueDay: today }))).toMatchObject({
      due: 'by 23 November 2026, today',
      need: '55 people missing, and no time left.',
    });
    expect(told(aTarget({ dueDay: addDays(today, 3) })).need).toBe('Needs 55 people in 3 days; the pace is 7 a week.');
    expect(told(aTarget(), rows(1, { count: 15 })).forecast).toBe(
      'No forecast: 15 snapshots in 8 weeks, 21 are needed. Judged by the straight line from its start.',
    );
    expect(told(aTarget({ dueDay: '2029-12-31' })).forecast).toMatch(
      /^No range: no forecast holds one more than 26 weeks ahead\./,
    );
  });

  test('of a length that is no whole number of weeks is told in days, or about', () => {
    const due = (days: number) => told(aTarget({ dueDay: addDays(today, days) })).due.split(', ')[1];
    expect([1, 13, 35, 41, 60, 61, 70, 100].map(due)).toEqual([
      'in 1 day',
      'in 13 days',
      'in 5 weeks',
      'in 41 days',
      'in 60 days',
      'in about 9 weeks',
      'in 10 weeks',
      'in about 14 weeks',
    ]);
  });

  test('is reached, and tells when it has fallen below since', () => {
    const early = aTarget({ value: 0.6, setOn: '2026-09-01' });
    expect(told(early)).toMatchObject({
      state: 'Reached',
      need: 'Reached on 15 November 2026, 77 days early.',
      forecast: '',
    });
    const fallen = [
      ...rows(1),
      { day: '2026-11-24' as const, using_enpass: 200, assigned_license: 420, total_license: 900 },
    ];
    expect(told(early, fallen, '2026-11-24').need).toBe(
      'Reached on 15 November 2026, 77 days early. It has fallen below since, on 24 November 2026.',
    );
  });

  test('that nobody can judge says why', () => {
    expect(told(aTarget(), [])).toMatchObject({ state: 'Not known', now: 'No snapshot has this number yet' });
    expect(told(aTarget(), rows(1, { last: '2026-09-20' }))).toMatchObject({
      state: 'Not known',
      need: 'The newest number is 64 days old: where it stands today is not known.',
    });
    expect(told(aTarget({ startValue: null }), rows(1, { count: 15 })).need).toBe(
      'Where it stood when it was set is not known, and there is no range to judge it by.',
    );
    expect(told(aTarget(), rows(30, { count: 2 }))).toMatchObject({
      state: 'Too early',
      need: 'Too early: a pace takes 14 days and 8 snapshots.',
    });
  });
});

test('needs of thousands have separators, too', () => {
  const many = aTarget({ metric: 'using_enpass', value: 10_000, dueDay: '2026-12-31' });
  expect(told(many).need).toMatch(/^Needs 1,794\.3 people a week/);
});

test('every state has a rule, a name and a tone', () => {
  expect(targetRules.map(({ state }) => state).sort()).toEqual(targetStates.toSorted());
  expect(Object.keys(targetStateWords)).toHaveLength(targetStates.length);
  expect(Object.keys(targetTones)).toHaveLength(targetStates.length);
  expect(targetName({ metric: 'adoption', value: 0.755 })).toBe('Adoption 75.5%');
  expect(targetName({ metric: 'total_license', value: 1200 })).toBe('Total licences 1,200');
});
