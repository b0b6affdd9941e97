import { expect, test } from 'vitest';
import { recordSnapshots } from '../support/record-snapshots';
import { apiWorld } from './api-world';

type Compared = {
  metric: string;
  change: number | null;
  split: { people: number; base: number } | null;
  reason: unknown;
};
type Comparison = { from: object; to: object; metrics: Compared[] };

const { promised, refused } = apiWorld({
  asks: 'vera',
  furnish: (world) =>
    recordSnapshots(world, { from: '2026-11-01', to: '2026-11-23' }, (day) => {
      if (day === '2026-11-16') return null;
      if (day === '2026-11-01') return { using_enpass: 23, onboarded_users: 9, added_items: null };
      return day < '2026-11-16' ? { using_enpass: 250, assigned_license: 414 } : {};
    }),
});

const compare = async (from: string, to: string) => {
  const told = await promised<Comparison>('get', '/compare', { query: `?from=${from}&to=${to}` });
  return { ...told, of: (id: string) => told.metrics.find(({ metric }) => metric === id) };
};

test('two days answer every metric with both values, the change, and parts that add up to it', async () => {
  const { from, to, metrics, of } = await compare('2026-11-16', '2026-11-23');
  expect([from, to]).toEqual([
    { day: '2026-11-16', takenDay: '2026-11-15' },
    { day: '2026-11-23', takenDay: '2026-11-23' },
  ]);
  expect(metrics).toHaveLength(25);
  const adoption = of('adoption');
  expect(adoption).toMatchObject({ unit: 'ratio', before: 250 / 414, after: 260 / 420, reason: null });
  expect((adoption?.split?.people ?? 0) + (adoption?.split?.base ?? 0)).toBeCloseTo(260 / 420 - 250 / 414, 12);
  expect(of('using_enpass')).toEqual({
    metric: 'using_enpass',
    unit: 'people',
    before: 250,
    after: 260,
    change: 10,
    split: null,
    reason: null,
  });
});

test('a rate without parts says why: its base moved by more than a quarter, or a number is unknown', async () => {
  const { of } = await compare('2026-11-01', '2026-11-23');
  expect(of('usage')).toMatchObject({ split: null, reason: 'base-moved' });
  expect(of('usage')?.change).not.toBeNull();
  expect(of('extension')).toMatchObject({ before: null, change: null, split: null, reason: 'unknown' });
});

test('a day to come, the wrong order and a day before the first are refused by name', async () => {
  for (const [query, path] of [
    ['?from=2026-11-02&to=2026-11-24', 'to'],
    ['?from=2026-11-05&to=2026-11-02', 'to'],
    ['?from=2026-10-05&to=2026-11-02', 'from'],
    ['?from=2026-11-05', 'to'],
  ] as const) {
    expect(await refused('get', '/compare', { query })).toMatchObject({ status: 422, json: { errors: [{ path }] } });
  }
});
