import { describe, expect, test } from 'vitest';
import { someCounts } from '@/tests/support/counts';
import { addDays, type Day } from './day';
import type { AdoptionCounts } from './snapshot';
import { daysOfWeek, type Week } from './week';
import { type WeekClose, type WeekQuestion, weekFactsOf } from './week-facts';

const close = (week: Week, over: Partial<AdoptionCounts> | null, weekdays = 6): WeekClose => ({
  week,
  close:
    over === null
      ? null
      : {
          day: addDays(daysOfWeek(week).from, weekdays),
          takenAt: new Date('2026-11-22T05:00:00Z'),
          source: 'scheduled',
          counts: someCounts(over),
        },
});

const closes = [
  close('2026-W43', { using_enpass: 234, assigned_license: 397, activated_license: 322 }),
  close('2026-W44', { using_enpass: 239, assigned_license: 402, activated_license: 329 }),
  close('2026-W45', { using_enpass: 244, assigned_license: 408, activated_license: 335 }),
  close('2026-W46', { using_enpass: 250, assigned_license: 414, activated_license: 341 }),
  close('2026-W47', { using_enpass: 260, assigned_license: 420, activated_license: 350 }),
];
const facts = (over: Partial<WeekQuestion> = {}) =>
  weekFactsOf({ week: '2026-W47', today: '2026-11-23', closes, captured: [], gaps: [], failedRuns: [], ...over });
const metric = (id: string, of = facts()) => of.metrics.find((one) => one.metric === id);

describe('a week', () => {
  test('is compared with the close of the week before and the mean of the four before', () => {
    expect(metric('using_enpass')).toMatchObject({
      value: 260,
      change: 10,
      before: [234, 239, 244, 250],
      mean: 241.75,
      meanOf: 4,
    });
    expect(metric('adoption')).toMatchObject({
      part: 260,
      base: 420,
      compared: { split: { total: 1.5, people: 2.4, base: -0.9 } },
    });
    expect(facts().flows.map(({ net, pacePerWeek }) => [net, pacePerWeek])[0]).toEqual([9, 7]);
  });

  test('after a week without a snapshot has no change, and the mean is of the weeks that are known', () => {
    const holed = closes.map((one) => (one.week === '2026-W46' ? { ...one, close: null } : one));
    expect(metric('using_enpass', facts({ closes: holed }))).toMatchObject({
      change: null,
      before: [234, 239, 244, null],
      mean: 239,
      meanOf: 3,
    });
    expect(facts({ closes: holed }).flows.map(({ net }) => net)).toEqual([null, null, null]);
    expect(facts({ closes: holed }).adoptionSteps.at(-1)).toMatchObject({ compared: { change: null }, days: null });
  });

  test('that is not over is never compared as if whole: its movement is so far', () => {
    const unfinished = facts({
      today: '2026-11-20',
      closes: [close('2026-W42', {}), ...closes.slice(0, -1), close('2026-W47', { using_enpass: 255 }, 3)],
    });
    expect(unfinished.unfinished).toBe(true);
    expect(metric('using_enpass', unfinished)).toMatchObject({ change: null, compared: { change: 5 } });
    expect(unfinished.metrics.every(({ change }) => change === null)).toBe(true);
  });

  test('carries how many days lie between its close and the last, and between all before', () => {
    const uneven = [...closes.slice(0, 3), close('2026-W46', {}, 0), close('2026-W47', {}, 6)];
    const { daysSinceLast, adoptionSteps } = facts({ closes: uneven });
    expect(daysSinceLast).toBe(13);
    expect(adoptionSteps.map(({ days }) => days)).toEqual([7, 7, 1, 13]);
  });

  test('that is not over has the pace of the last four complete weeks', () => {
    const start = close('2026-W42', { activated_license: 321 });
    const unfinished = facts({
      today: '2026-11-20',
      closes: [start, ...closes.slice(0, -1), close('2026-W47', { activated_license: 400 }, 3)],
    });
    expect(unfinished.flows[0]).toMatchObject({ pacePerWeek: 5, net: 59 });
  });

  test('without any snapshot has no numbers, and is not zero', () => {
    const none = facts({ closes: [...closes.slice(0, -1), close('2026-W47', null)] });
    expect(none.metrics.every(({ value, change }) => value === null && change === null)).toBe(true);
    expect([none.close, none.flows, none.bottleneck, none.dropOff]).toEqual([null, [], null, null]);
  });

  test('is over the day after its Sunday', () => {
    expect([facts({ today: '2026-11-22' }).unfinished, facts({ today: '2026-11-23' }).unfinished]).toEqual([
      true,
      false,
    ]);
  });

  test('names its biggest drop-off and whether it stayed', () => {
    expect(facts()).toMatchObject({ dropOff: { pending: 70, to: 'activated_license' }, sameDropOff: true });
  });

  test('counts failed runs by day and reason, and the days it has', () => {
    const failed = (day: Day, status: number) =>
      ({ day, failure: { kind: 'server-trouble', detail: null, status, nextTryAt: null } }) as const;
    const { quality } = facts({
      captured: ['2026-11-16', '2026-11-17', '2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22'],
      gaps: [{ day: '2026-11-18', reason: 'server-trouble', status: 500 }],
      failedRuns: [failed('2026-11-18', 500), failed('2026-11-18', 500), failed('2026-11-19', 502)],
    });
    expect(quality).toMatchObject({
      captured: 6,
      possible: 7,
      failedRuns: [
        { day: '2026-11-18', kind: 'server-trouble', status: 500, runs: 2, captured: false },
        { day: '2026-11-19', kind: 'server-trouble', status: 502, runs: 1, captured: true },
      ],
    });
    expect(quality.notes).not.toEqual([]);
  });
});
