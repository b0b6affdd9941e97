import { describe, expect, test } from 'vitest';
import { someCounts } from '@/tests/support/counts';
import { bottleneckOf, flowsOf } from './flow';

const now = someCounts();
const before = someCounts({ activated_license: 341, onboarded_users: 290, using_enpass: 250 });
const monthAgo = someCounts({ activated_license: 322, onboarded_users: 273, using_enpass: 234 });

describe('net flow', () => {
  test('is the count at the end minus the count at the start, and pending clears at the four-week pace', () => {
    const flows = flowsOf({ now, start: before, pace: { start: monthAgo, end: now } });
    expect(flows.map(({ to, net, pacePerWeek, pending }) => [to, net, pacePerWeek, pending])).toEqual([
      ['activated_license', 9, 7, 70],
      ['onboarded_users', 10, 6.75, 50],
      ['using_enpass', 10, 6.5, 40],
    ]);
    expect(flows.map(({ weeksToClear }) => weeksToClear?.toFixed(1))).toEqual(['10.0', '7.4', '6.2']);
  });

  test.each([0, 5])('that does not rise clears nothing: weeks to clear are unknown (%i fewer)', (fewer) => {
    const end = someCounts({ using_enpass: 234 - fewer });
    const using = flowsOf({ now, start: null, pace: { start: monthAgo, end } })[2];
    expect(using).toMatchObject({ weeksToClear: null, net: null });
  });

  test('without a close four weeks ago has no pace', () => {
    const flows = flowsOf({ now, start: before, pace: { start: null, end: now } });
    expect(flows.map(({ pacePerWeek, weeksToClear }) => [pacePerWeek, weeksToClear])).toEqual(
      Array(3).fill([null, null]),
    );
  });
});

describe('the bottleneck', () => {
  const of = (start: typeof now, over: Parameters<typeof someCounts>[0] = {}) =>
    bottleneckOf(flowsOf({ now: someCounts(over), start: null, pace: { start, end: someCounts(over) } }))?.to ?? null;

  test('is the group that clears last at its pace', () => {
    expect(of(monthAgo)).toBe('activated_license');
  });

  test('is a group that does not clear at all before any that does', () => {
    expect(of({ ...monthAgo, using_enpass: 260 })).toBe('using_enpass');
  });

  test('is nobody when nobody waits, and unknown without a pace', () => {
    expect(of(monthAgo, { activation_pending: 0, app_setup_pending: 0, usage_pending: 0 })).toBeNull();
    expect(of({ ...monthAgo, using_enpass: null })).toBeNull();
  });
});
