import { expect, test } from 'vitest';
import { funnelOf } from './funnel';
import { type AdoptionCounts, countFields } from './snapshot';

const none = Object.fromEntries(countFields.map((field) => [field, 0])) as AdoptionCounts;
const example: AdoptionCounts = {
  ...none,
  ...{ total_license: 500, assigned_license: 420, unassigned_license: 80, activated_license: 350 },
  ...{ activation_pending: 70, onboarded_users: 300, app_setup_pending: 50, using_enpass: 260, usage_pending: 40 },
};

test('four stages, each with its base, its share and who is waiting', () => {
  const { stages } = funnelOf(example);
  expect(stages.map(({ count, base, pending }) => [count, base, pending])).toEqual([
    [420, 500, 80],
    [350, 420, 70],
    [300, 350, 50],
    [260, 300, 40],
  ]);
  expect(stages.map((stage) => stage.share)).toEqual([420 / 500, 350 / 420, 300 / 350, 260 / 300]);
});

test('the biggest drop-off is the largest group of waiting people, not of free licences', () => {
  const { dropOff, stages } = funnelOf(example);
  expect(dropOff).toEqual({
    from: 'assigned_license',
    to: 'activated_license',
    waiting: 'activation_pending',
    pending: 70,
    share: 70 / 420,
  });
  expect(stages.map((stage) => stage.biggestDropOff)).toEqual([false, true, false, false]);
});

test('the earlier of two equal groups is the biggest', () => {
  expect(funnelOf({ ...example, usage_pending: 70 }).dropOff?.to).toBe('activated_license');
});

test('nobody waiting, or an unknown group, names no drop-off', () => {
  expect(funnelOf(none).dropOff).toBeNull();
  expect(funnelOf({ ...example, usage_pending: null }).dropOff).toBeNull();
});

test('a stage before that is 0 makes the share unknown', () => {
  expect(funnelOf({ ...none, activation_pending: 3 }).dropOff).toMatchObject({ pending: 3, share: null });
});
