import { describe, expect, test } from 'vitest';
import { someCounts } from '@/tests/support/counts';
import type { Day } from './day';
import { bottleneckOf, flowsOf } from './flow';
import type { AdoptionCounts } from './snapshot';

const on = (day: Day, counts: AdoptionCounts) => ({ day, counts });

const now = someCounts();
const before = someCounts({ activated_license: 341, onboarded_users: 290, using_enpass: 250 });
const monthAgo = someCounts({ activated_license: 322, onboarded_users: 273, using_enpass: 234 });
const fourWeeks = (start: AdoptionCounts, end: AdoptionCounts) => ({
  start: on('2026-10-25', start),
  end: on('2026-11-22', end),
});

describe('net flow', () => {
  test('is the count at the end minus the count at the start, and pending clears at the four-week pace', () => {
    const flows = flowsOf({ now, start: before, pace: fourWeeks(monthAgo, now) });
    expect(flows.map(({ to, net, pacePerWeek, pending }) => [to, net, pacePerWeek, pending])).toEqual([
      ['activated_license', 9, 7, 70],
      ['onboarded_users', 10, 6.75, 50],
      ['using_enpass', 10, 6.5, 40],
    ]);
    expect(flows.map(({ clearing }) => (clearing.kind === 'clears' ? clearing.weeks.toFixed(1) : null))).toEqual([
      '10.0',
      '7.4',
      '6.2',
    ]);
  });

  test.each([0, 5])('that does not rise clears nothing: weeks to clear are unknown (%i fewer)', (fewer) => {
    const end = someCounts({ using_enpass: 234 - fewer });
    const using = flowsOf({ now, start: null, pace: fourWeeks(monthAgo, end) })[2];
    expect(using).toMatchObject({ clearing: { kind: 'stands' }, net: null });
  });

  test('without a close four weeks ago has no pace', () => {
    const flows = flowsOf({ now, start: before, pace: { start: null, end: on('2026-11-22', now) } });
    const unknown = { kind: 'unknown', missing: 'pace' };
    expect(flows.map(({ pacePerWeek, clearing }) => [pacePerWeek, clearing])).toEqual(Array(3).fill([null, unknown]));
  });

  test('has the pace of the days that really lie between two closes: 34 days are not four weeks', () => {
    const pace = { start: on('2026-10-19', monthAgo), end: on('2026-11-22', now) };
    expect(flowsOf({ now, start: null, pace })[0]?.pacePerWeek).toBeCloseTo((28 * 7) / 34, 10);
  });

  test('through a group that grows meanwhile is a growing queue, not a number of weeks', () => {
    const small = someCounts({ activated_license: 322, activation_pending: 42 });
    expect(flowsOf({ now, start: null, pace: fourWeeks(small, now) })[0]).toMatchObject({
      pacePerWeek: 7,
      clearing: { kind: 'grows', perWeek: 7 },
    });
    const same = someCounts({ activated_license: 322 });
    expect(flowsOf({ now, start: null, pace: fourWeeks(same, now) })[0]?.clearing).toEqual({
      kind: 'clears',
      weeks: 10,
    });
  });

  test('tells nobody waiting from not known', () => {
    const empty = someCounts({ activation_pending: 0, app_setup_pending: null });
    const flows = flowsOf({ now: empty, start: null, pace: fourWeeks(monthAgo, now) });
    expect(flows.slice(0, 2).map(({ clearing }) => clearing)).toEqual([
      { kind: 'empty' },
      { kind: 'unknown', missing: 'pending' },
    ]);
  });
});

describe('the bottleneck', () => {
  const of = (start: AdoptionCounts, over: Parameters<typeof someCounts>[0] = {}) => {
    const found = bottleneckOf(
      flowsOf({ now: someCounts(over), start: null, pace: fourWeeks(start, someCounts(over)) }),
    );
    return found.kind === 'found' ? found.flow.to : found.kind;
  };

  test('is the group that clears last at its pace', () => {
    expect(of(monthAgo)).toBe('activated_license');
  });

  test('is a group that does not clear at all before any that does, and so is one that grows', () => {
    expect(of({ ...monthAgo, using_enpass: 260 })).toBe('using_enpass');
    expect(of({ ...monthAgo, usage_pending: 30 })).toBe('using_enpass');
  });

  test('is nobody when nobody waits, and unknown without a pace: two answers', () => {
    expect(of(monthAgo, { activation_pending: 0, app_setup_pending: 0, usage_pending: 0 })).toBe('nobody-waits');
    expect(of({ ...monthAgo, using_enpass: null })).toBe('unknown');
  });
});
