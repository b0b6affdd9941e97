import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type Day } from '@/lib/domain/day';
import { countFields } from '@/lib/domain/snapshot';
import { countsOn, defaultStart } from './organisation';

const anyDay = fc.integer({ min: -400, max: 4_000 }).map((days) => addDays(defaultStart, days));

/** Counts as plain numbers: this organisation knows all of its own. */
const on = (day: Day, start?: Day) => countsOn(day, start) as Record<(typeof countFields)[number], number>;

test('all seven sums hold on every day', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const c = on(day);
      expect(c.assigned_license + c.unassigned_license).toBe(c.total_license);
      expect(c.activated_license + c.activation_pending).toBe(c.assigned_license);
      expect(c.onboarded_users + c.app_setup_pending).toBe(c.activated_license);
      expect(c.using_enpass + c.usage_pending).toBe(c.onboarded_users);
      expect(c.connected_browser_extension + c.connected_browser_extension_pending).toBe(c.added_items);
      expect(c.using_autofill + c.using_autofill_pending).toBe(c.added_items);
      expect(c.active_users + c.inactive_users).toBe(c.total_users);
    }),
  );
});

test('every count is an integer and none is negative', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      for (const field of countFields) expect(on(day)[field]).toSatisfy((n: number) => Number.isInteger(n) && n >= 0);
    }),
  );
});

test('total users differ from onboarded users, as in the documented example', () => {
  fc.assert(fc.property(anyDay, (day) => void expect(on(day).total_users).not.toBe(on(day).onboarded_users)));
});

test('after 400 days the organisation is the documented example, give or take one', () => {
  const c = on(addDays(defaultStart, 400));
  expect(c.total_license).toBe(500);
  const example = {
    assigned_license: 420,
    activated_license: 350,
    onboarded_users: 300,
    using_enpass: 260,
    total_users: 320,
  };
  for (const [field, count] of Object.entries(example)) {
    expect(Math.abs(c[field as keyof typeof c] - count)).toBeLessThanOrEqual(1);
  }
});

test('the roll-out grows from quarter to quarter, and licences are never given back', () => {
  for (let day = 0; day < 2_300; day += 91) {
    const [before, after] = [on(addDays(defaultStart, day)), on(addDays(defaultStart, day + 91))];
    expect(after.using_enpass).toBeGreaterThan(before.using_enpass);
    expect(after.total_license).toBeGreaterThanOrEqual(before.total_license);
  }
});

test('a weekend looks as its Friday did, but for the few who leave the 30 days of activity', () => {
  const [friday, saturday, sunday] = [on('2026-11-20'), on('2026-11-21'), on('2026-11-22')];
  const { active_users: active, inactive_users: inactive, ...others } = friday;
  for (const day of [saturday, sunday]) {
    expect(day).toMatchObject(others);
    expect(active - day.active_users).toBe(day.inactive_users - inactive);
    expect(active - day.active_users).toBeGreaterThanOrEqual(0);
    expect(active - day.active_users).toBeLessThan(6);
  }
});

test('with another start the same story is told from there', () => {
  expect(on('2030-02-07', '2029-01-03').total_license).toBe(500);
  expect(on('2029-01-03', '2029-01-03').assigned_license).toBeLessThan(30);
});
