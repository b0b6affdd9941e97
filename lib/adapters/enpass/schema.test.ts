import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AdoptionCounts, type CountField, countFields } from '@/lib/domain/snapshot';
import { parseAnswer } from './schema';

const objects = {
  user_onboarding_overview: countFields.slice(0, 9),
  enpass_app_usage_overview: countFields.slice(9, 14),
  enpass_active_users: countFields.slice(14),
};

type Answer = Record<string, unknown>;

const nested = (counts: AdoptionCounts, orderOf = (fields: readonly CountField[]) => fields): Answer =>
  Object.fromEntries(
    Object.entries(objects).map(([name, fields]) => [
      name,
      Object.fromEntries(orderOf(fields).map((field) => [field, counts[field]])),
    ]),
  );

const objectOf = (field: CountField) =>
  Object.entries(objects).find(([, fields]) => fields.includes(field))?.[0] ?? 'nowhere';

const ones = Object.fromEntries(countFields.map((field) => [field, 1])) as AdoptionCounts;

const withValue = (field: CountField, value: unknown): Answer => {
  const answer = nested(ones);
  return { ...answer, [objectOf(field)]: { ...(answer[objectOf(field)] as Answer), [field]: value } };
};

const anyCounts = fc.record(
  Object.fromEntries(countFields.map((field) => [field, fc.nat(10_000_000)])) as Record<
    CountField,
    fc.Arbitrary<number>
  >,
);

test('any 17 counts come back as they were, in any order, among any other fields', () => {
  fc.assert(
    fc.property(anyCounts, fc.dictionary(fc.string(), fc.jsonValue()), (counts, others) => {
      const answer = { ...others, error: false, ...nested(counts, (fields) => fields.toReversed()) };
      const parsed = parseAnswer(JSON.parse(JSON.stringify(answer)));
      expect(parsed).toEqual({ ok: true, value: counts });
      expect(Object.keys(parsed.ok ? parsed.value : {})).toHaveLength(17);
    }),
  );
});

test.each(countFields)('%s is needed, and named when it is missing', (field) => {
  expect(parseAnswer(withValue(field, undefined))).toMatchObject({
    failure: { kind: 'unexpected-answer', detail: `${objectOf(field)}.${field} is missing` },
  });
});

test.each([
  [-1, 'is negative'],
  [10_000_001, 'is above 10,000,000'],
  [2 ** 60, 'is above 10,000,000'],
  [1.5, 'is not an integer'],
  [-1.5, 'is not an integer'],
  [Number.POSITIVE_INFINITY, 'is not an integer'],
  ['500', 'is not an integer'],
  [null, 'is not an integer'],
  [true, 'is not an integer'],
  [[500], 'is not an integer'],
  [{ count: 500 }, 'is not an integer'],
])('a count of %o %s', (value, reason) => {
  const parsed = parseAnswer(withValue('using_enpass', value));
  expect(parsed).toMatchObject({ failure: { detail: `user_onboarding_overview.using_enpass ${reason}` } });
});

test.each([0, 1, 10_000_000])('a count of %i is accepted', (value) => {
  expect(parseAnswer(withValue('using_enpass', value)).ok).toBe(true);
});

test('a count of minus zero is zero', () => {
  const parsed = parseAnswer(withValue('using_enpass', -0));
  expect(Object.is(parsed.ok && parsed.value.using_enpass, 0)).toBe(true);
});

test.each([[null], [[]], ['text'], [7], [true]])('%o is no answer', (json) => {
  expect(parseAnswer(json)).toMatchObject({ failure: { detail: 'the answer is not an object' } });
});

test('an object that is a list is named', () => {
  expect(parseAnswer({ ...nested(ones), enpass_active_users: [] })).toMatchObject({
    failure: { detail: 'enpass_active_users is not an object' },
  });
});

test('`error: true` wins over 17 good counts', () => {
  expect(parseAnswer({ ...nested(ones), error: true })).toMatchObject({ failure: { detail: 'error is true' } });
});

test.each([false, null, 0, ''])('`error: %o` beside 17 good counts is no error', (error) => {
  expect(parseAnswer({ ...nested(ones), error }).ok).toBe(true);
});

test('counts hidden in a prototype do not count', () => {
  const text = `{"__proto__": ${JSON.stringify(nested(ones))}}`;
  expect(parseAnswer(JSON.parse(text)).ok).toBe(false);
});
