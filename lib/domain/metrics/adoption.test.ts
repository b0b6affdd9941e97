import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AdoptionCounts, countFields } from '../snapshot';
import { isMetricId, metricIds, metrics, rateIds, ratesOf } from './adoption';
import { metricValue } from './metric';

const example: AdoptionCounts = {
  total_license: 500,
  assigned_license: 420,
  unassigned_license: 80,
  activated_license: 350,
  activation_pending: 70,
  onboarded_users: 300,
  app_setup_pending: 50,
  using_enpass: 260,
  usage_pending: 40,
  added_items: 260,
  connected_browser_extension: 200,
  connected_browser_extension_pending: 60,
  using_autofill: 180,
  using_autofill_pending: 80,
  total_users: 320,
  active_users: 260,
  inactive_users: 60,
};

const count = fc.option(fc.integer({ min: 0, max: 10_000_000 }));
const anyCounts = fc.record(
  Object.fromEntries(countFields.map((field) => [field, count])),
) as fc.Arbitrary<AdoptionCounts>;

test('the catalogue holds every count of Enpass and the eight rates, each with its own words', () => {
  expect(metricIds).toEqual([...countFields, ...rateIds]);
  expect(Object.keys(metrics)).toEqual(metricIds);
  for (const id of metricIds) {
    expect(metrics[id].id).toBe(id);
    expect(metrics[id].description).toMatch(/\.$/);
  }
  const words = (key: 'label' | 'description') => metricIds.map((id) => metrics[id][key]);
  expect(new Set(words('description')).size).toBe(metricIds.length);
  expect(words('label').filter((label) => label === '')).toEqual([]);
});

test('the rates of the documented example have the bases that product and vendor name', () => {
  expect(ratesOf(example)).toEqual({
    assignment: 420 / 500,
    activation: 350 / 420,
    onboarding: 300 / 350,
    usage: 260 / 300,
    adoption: 260 / 420,
    extension: 200 / 260,
    autofill: 180 / 260,
    active: 260 / 320,
  });
});

test('a rate of nothing is unknown, and so is one of an unknown count', () => {
  expect(metricValue(metrics.adoption, { using_enpass: 0, assigned_license: 0 })).toBeNull();
  expect(metricValue(metrics.adoption, { using_enpass: null, assigned_license: 5 })).toBeNull();
  expect(metricValue(metrics.adoption, { using_enpass: 5, assigned_license: null })).toBeNull();
  expect(metricValue(metrics.adoption, { using_enpass: 0, assigned_license: 5 })).toBe(0);
  expect(metricValue(metrics.using_enpass, { using_enpass: 0 })).toBe(0);
  expect(metricValue(metrics.using_enpass, {})).toBeNull();
});

test('no counts make a rate infinite or not a number', () => {
  fc.assert(
    fc.property(anyCounts, (counts) => {
      for (const rate of Object.values(ratesOf(counts))) expect(rate === null || Number.isFinite(rate)).toBe(true);
    }),
  );
});

test('only its own ids are metrics', () => {
  expect(isMetricId('adoption') && isMetricId('total_users')).toBe(true);
  expect(isMetricId('toString') || isMetricId('__proto__') || isMetricId('')).toBe(false);
});
