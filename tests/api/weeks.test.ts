import { expect, test } from 'vitest';
import { apiWorld, halfAYear } from './api-world';

const week = { week: '2026-W47' };

const { promised } = apiWorld({ asks: 'max', furnish: halfAYear });

test('weeks and one week', async () => {
  const { data, next } = await promised<{ data: unknown[]; next: string }>('get', '/weeks', { query: '?limit=2' });
  expect(data).toMatchObject([
    { week: '2026-W48', unfinished: true, change: { using_enpass: null }, review: 'none' },
    { week: '2026-W47', from: '2026-11-16', to: '2026-11-22', change: { using_enpass: 7 }, days: 6, review: 'due' },
  ]);
  expect(next).toBe('2026-W47');
  expect(await promised('get', '/weeks/{week}', { at: week })).toEqual(data[1]);
  expect((data[1] as { gaps: unknown }).gaps).toEqual([{ day: '2026-11-18', reason: 'not-running' }]);
});
