import { expect, test } from 'vitest';
import { apiWorld, halfAYear } from './api-world';

const { promised, refused } = apiWorld({ asks: 'vera', furnish: halfAYear });

const asked = (query: Record<string, string>) =>
  promised('get', '/forecast', { query: `?${new URLSearchParams(query)}` });

test('a forecast: what is expected of a day, its record, and when a value comes', async () => {
  const found = await asked({ metric: 'using_enpass', on: '2027-01-31', value: '300' });
  expect(found).toMatchObject({
    metric: 'using_enpass',
    on: '2027-01-31',
    refused: null,
    record: { kind: 'recomputed', of: expect.any(Number) },
    arrival: { refused: null },
  });
  const { low, middle, high } = found as Record<'low' | 'middle' | 'high', number>;
  expect([low, middle, high].every(Number.isInteger)).toBe(true);
  expect(low < middle && middle < high).toBe(true);
  expect(await asked({ metric: 'adoption', on: '2027-01-31' })).toMatchObject({ arrival: null });
});

test('a forecast that is refused says why; one too far ahead has a middle and no range', async () => {
  expect(await asked({ metric: 'total_license', on: '2027-01-31', value: '900' })).toMatchObject({
    low: null,
    middle: null,
    refused: { kind: 'decision', message: expect.stringContaining('decision') },
    arrival: null,
  });
  expect(await asked({ metric: 'using_enpass', on: '2028-01-31', value: '300' })).toMatchObject({
    low: null,
    middle: expect.any(Number),
    high: null,
    refused: { kind: 'too-far' },
    arrival: { earliest: null },
  });
});

test.each([
  [{ metric: 'nonsense', on: '2027-01-31' }, 'metric'],
  [{ metric: 'adoption' }, 'on'],
  [{ metric: 'adoption', on: '2026-01-31' }, 'on'],
  [{ metric: 'adoption', on: '2037-01-31' }, 'on'],
  [{ metric: 'adoption', on: '2027-01-31', value: '75' }, 'value'],
  [{ metric: 'adoption', on: '2027-01-31', value: '1e-1' }, 'value'],
  [{ metric: 'using_enpass', on: '2027-01-31', value: '3.5' }, 'value'],
  [{ metric: 'adoption', on: '2027-01-31', by: '2027-01-31' }, 'by'],
] as [Record<string, string>, string][])('%j is refused and names %s', async (query, path) => {
  expect(await refused('GET', '/forecast', { query: `?${new URLSearchParams(query)}` })).toMatchObject({
    status: 422,
    json: { errors: [{ path }] },
  });
});
