import { describe, expect, test } from 'vitest';
import { countsOn, startFor } from '@/demo/fake-enpass/organisation';
import { addDays, type Day, eachDay } from '@/lib/domain/day';
import type { CountField } from '@/lib/domain/snapshot';
import { dayOf, isBreak, isWorkday } from './calendar';

type Counts = Readonly<Record<CountField, number>>;

/** Ends of the story: weekdays of all sorts, and New Year before, in and after it. */
const ends = ['2026-11-23', '2026-12-30', '2027-01-31', '2027-05-18', '2028-02-29', '2029-08-11'] as const;

/** What may only fall when people go. */
const kept = [
  'assigned_license',
  'activated_license',
  'onboarded_users',
  'total_users',
  'using_enpass',
  'added_items',
  'connected_browser_extension',
  'using_autofill',
] as const satisfies CountField[];

describe.each(ends)('the year that ends on %s', (end) => {
  const start = startFor(end);
  const days = eachDay(start, addDays(end, 20));
  const on = (day: Day) => countsOn(day, start) as Counts;
  const at = (week: number, number: number) => on(dayOf({ week, weekday: number }, end));
  const steps = days.slice(1).map((day, index) => ({ day, now: on(day), before: on(days[index] ?? day) }));
  const change = (metric: CountField, from: readonly [number, number], to: readonly [number, number]) =>
    at(...to)[metric] - at(...from)[metric];

  test('every stage lies within the one before', () => {
    for (const day of days) {
      const c = on(day);
      const funnel = [c.total_license, c.assigned_license, c.activated_license, c.onboarded_users, c.using_enpass];
      expect(funnel).toEqual(funnel.toSorted((a, b) => b - a));
      expect(c.total_users).toBeGreaterThan(c.onboarded_users);
      expect(c.total_users).toBeLessThanOrEqual(c.activated_license);
    }
  });

  test('whatever people did once falls only by people who went, and on a day on which licences came back', () => {
    for (const { day, now, before } of steps) {
      const went = Math.max(0, before.assigned_license - now.assigned_license);
      for (const metric of kept) expect(before[metric] - now[metric], `${metric} on ${day}`).toBeLessThanOrEqual(went);
    }
  });

  test('outside workdays nothing moves but activity, which only falls, and little', () => {
    const quiet = steps.filter(({ day }) => !isWorkday(day));
    for (const { day, now, before } of quiet) {
      const { active_users: active, inactive_users: _, ...others } = now;
      expect({ ...before, ...others }, day).toEqual(before);
      expect(active, day).toBeLessThanOrEqual(before.active_users);
    }
    const share = quiet.reduce((sum, { now, before }) => sum + 1 - now.active_users / before.active_users, 0);
    expect(share / quiet.length).toBeLessThan(0.006);
  });

  test('active users move smoothly, by who went and who left the window of 30 days', () => {
    for (const { day, now, before } of steps) {
      const went = Math.max(0, before.total_users - now.total_users);
      const fall = before.active_users - now.active_users - went;
      expect(fall, day).toBeLessThanOrEqual(Math.max(4, before.active_users * 0.08));
      expect(now.active_users).toBeLessThanOrEqual(now.total_users);
    }
    // Whoever signed in for the first time within the window is active, or gone.
    for (const day of days.slice(30)) {
      const came = on(day).total_users - on(addDays(day, -29)).total_users;
      expect(on(day).active_users).toBeGreaterThanOrEqual(came);
    }
  });

  test('while the offices are closed hardly anybody moves on', () => {
    const closed = steps.filter(({ day }) => isBreak(day) && day < end);
    const moved = closed.reduce((sum, { now, before }) => sum + Math.abs(now.using_enpass - before.using_enpass), 0);
    const weeks = closed.length / 7;
    expect(moved / weeks).toBeLessThanOrEqual(8);
  });

  test('the go-live brings licences first and people after: adoption falls, then rises', () => {
    const adoption = (week: number, number: number) =>
      at(week, number).using_enpass / at(week, number).assigned_license;
    expect(adoption(-48, 5)).toBeGreaterThan(0.6);
    expect(adoption(-46, 1)).toBeLessThan(0.45);
    expect(adoption(-38, 5)).toBeGreaterThan(0.53);
    expect(change('using_enpass', [-47, 5], [-42, 5])).toBeGreaterThan(35);
  });

  test('while invitations are held back everything stands still, and before and after it does not', () => {
    for (const metric of ['assigned_license', 'activated_license', 'using_enpass'] as const) {
      expect(Math.abs(change(metric, [-34, 5], [-29, 5])), metric).toBeLessThanOrEqual(3);
      expect(change(metric, [-39, 5], [-34, 5]), metric).toBeGreaterThan(10);
      expect(change(metric, [-26, 5], [-21, 5]), metric).toBeGreaterThan(20);
    }
  });

  test.each([
    [-48, 3, 150],
    [-27, 3, 100],
    [-17, 4, 200],
  ] as const)('a purchase in week %i moves the base and nobody', (week, number, more) => {
    expect(change('total_license', [week, number - 1], [week, number + 1])).toBe(more);
    expect(Math.abs(change('assigned_license', [week, number - 1], [week, number + 1]))).toBeLessThan(6);
  });

  test.each([
    ['warehouses', -25, 40],
    ['customer service', -15, 55],
  ] as const)('when %s join in week %i, their licences come at once and adoption falls', (_, week, more) => {
    const [before, after] = [at(week - 1, 5), at(week, 3)];
    expect(after.assigned_license - before.assigned_license).toBeGreaterThan(more);
    expect(after.using_enpass / after.assigned_license).toBeLessThan(
      before.using_enpass / before.assigned_license - 0.08,
    );
  });

  test('the reminder shows in who activates', () => {
    const [before, after] = [
      change('activated_license', [-17, 1], [-15, 1]),
      change('activated_license', [-14, 2], [-12, 0]),
    ];
    expect(after).toBeGreaterThan(2.5 * before);
    expect(change('activation_pending', [-14, 2], [-13, 5])).toBeLessThan(-25);
  });

  test('with the depot its people go, from every stage on one day', () => {
    for (const metric of kept) expect(change(metric, [-13, 5], [-12, 1]), metric).toBeLessThan(-4);
    expect(change('assigned_license', [-13, 5], [-12, 1])).toBe(-17);
  });

  test('the closed site shows in active users a month later, and its opening does', () => {
    const active = (week: number) => at(week, 5).active_users / at(week, 5).total_users;
    expect(active(-22) - active(-17)).toBeGreaterThan(0.07);
    expect(active(-15) - active(-17)).toBeGreaterThan(0.05);
  });

  test.each([
    ['the lunch sessions', 'connected_browser_extension', -9, 3],
    ['the autofill training', 'using_autofill', -5, 2],
  ] as const)('%s show in %s and in nothing else', (_, metric, week, weeks) => {
    const [before, after] = [
      change(metric, [week - weeks, 1], [week, 1]),
      change(metric, [week, 1], [week + weeks, 1]),
    ];
    expect(after).toBeGreaterThan(3 * before);
    expect(after).toBeGreaterThan(25);
    const others = change('using_enpass', [week, 1], [week + weeks, 1]);
    expect(others).toBeLessThan(2 * Math.max(8, change('using_enpass', [week - weeks, 1], [week, 1])));
  });

  test('it is the same for whoever asks again, in whatever order', () => {
    const some = days.filter((_, index) => index % 37 === 0);
    const first = some.map(on);
    countsOn(addDays(start, 3_000), start);
    expect(some.toReversed().map(on).toReversed()).toEqual(first);
  });
});
