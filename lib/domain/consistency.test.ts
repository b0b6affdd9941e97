import fc from 'fast-check';
import { expect, test } from 'vitest';
import { notesOf, sumChecks } from './consistency';
import { type AdoptionCounts, type CountField, countFields } from './snapshot';

const number = fc.integer({ min: 0, max: 10_000_000 });
const fieldsOf = <T>(value: fc.Arbitrary<T>) =>
  fc.record(Object.fromEntries(countFields.map((field) => [field, value]))) as fc.Arbitrary<Record<CountField, T>>;

/** Counts whose every sum adds up: two numbers of each pair are free, the whole follows. */
const consistent = fieldsOf(fc.integer({ min: 0, max: 1000 })).map((free): AdoptionCounts => {
  const onboarded = free.using_enpass + free.usage_pending;
  const activated = onboarded + free.app_setup_pending;
  const assigned = activated + free.activation_pending;
  const items = free.connected_browser_extension + free.connected_browser_extension_pending;
  const autofill = Math.min(free.using_autofill, items);
  const active = Math.min(free.active_users, onboarded);
  return {
    ...free,
    onboarded_users: onboarded,
    activated_license: activated,
    assigned_license: assigned,
    total_license: assigned + free.unassigned_license,
    added_items: items,
    using_autofill: autofill,
    using_autofill_pending: items - autofill,
    total_users: onboarded,
    active_users: active,
    inactive_users: onboarded - active,
  };
});

test('sums that add up leave no note', () => {
  fc.assert(
    fc.property(consistent, (counts) => {
      expect(notesOf(counts)).toEqual([]);
    }),
  );
});

test('a changed count is noted by exactly the sums it stands in', () => {
  fc.assert(
    fc.property(consistent, fc.constantFrom(...countFields), fc.integer({ min: 1, max: 50 }), (counts, field, more) => {
      const noted = notesOf({ ...counts, [field]: (counts[field] ?? 0) + more }).map((note) => note.name);
      const touched = sumChecks.filter(({ whole, parts }) => whole === field || parts.includes(field));
      expect(noted).toEqual(touched.map((check) => check.name));
    }),
  );
});

test('the note says what the whole promises and what the parts come to', () => {
  fc.assert(
    fc.property(fieldsOf(number), (counts) => {
      for (const { name, expected, got } of notesOf(counts)) {
        const check = sumChecks.find((each) => each.name === name);
        expect(check && counts[check.whole]).toBe(expected);
        expect(check?.parts.reduce((total, part) => total + counts[part], 0)).toBe(got);
        expect(got).not.toBe(expected);
      }
    }),
  );
});

test('the vendor’s own example differs in total users alone', () => {
  const example = {
    ...{ total_license: 500, assigned_license: 420, unassigned_license: 80, activated_license: 350 },
    ...{ activation_pending: 70, onboarded_users: 300, app_setup_pending: 50, using_enpass: 260, usage_pending: 40 },
    ...{ added_items: 260, connected_browser_extension: 200, connected_browser_extension_pending: 60 },
    ...{ using_autofill: 180, using_autofill_pending: 80, total_users: 320, active_users: 260, inactive_users: 60 },
  };
  expect(notesOf(example)).toEqual([{ name: 'total_users = onboarded_users', expected: 300, got: 320 }]);
});

test('an unknown count cannot break a sum', () => {
  fc.assert(
    fc.property(fieldsOf(fc.option(number)), (counts) => {
      for (const { name } of notesOf(counts)) {
        const check = sumChecks.find((each) => each.name === name);
        for (const field of check ? [check.whole, ...check.parts] : []) expect(counts[field]).not.toBeNull();
      }
    }),
  );
});
