import { expect, test } from 'vitest';
import { countFields } from '@/lib/domain/snapshot';
import { importHistory } from '@/lib/services/transfer/import-history';
import { scheduler } from '../../demo/cast';
import type { TestWorld } from '../support/world';
import { apiWorld } from './api-world';

/** Two days of old numbers with a gap between them. */
const oldNumbers = (world: TestWorld) => {
  const old = ['2026-11-18', '2026-11-20'].map((day) =>
    [day, ...countFields.map((_, at) => (at === 16 ? '' : at))].join(','),
  );
  const text = [['day', ...countFields].join(','), ...old].join('\n');
  return importHistory(world.as(scheduler), { format: 'csv', text });
};

const { ask, promised } = apiWorld({ furnish: oldNumbers });

test('snapshots with their gaps, page by page, and the latest', async () => {
  await promised('post', '/refresh');
  const first = await promised('get', '/snapshots', { query: '?limit=2' });
  expect(first).toMatchObject({
    data: [
      { day: '2026-11-18', source: 'imported', counts: { inactive_users: null }, rates: { assignment: null } },
      {},
    ],
    gaps: [{ day: '2026-11-19', reason: 'not-running' }],
    next: '2026-11-20',
  });
  const second = await promised('get', '/snapshots', { query: '?limit=2&cursor=2026-11-20' });
  expect(second).toMatchObject({
    data: [{ day: '2026-11-23', source: 'manual', notes: expect.any(Array) }],
    gaps: [{ day: '2026-11-21' }, { day: '2026-11-22' }],
    next: null,
  });
  expect(await promised('get', '/snapshots/latest')).toMatchObject({ day: '2026-11-23' });
});

test('an export is a file with its name', async () => {
  const response = await ask('GET', '/export?format=csv&from=2026-11-20');
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="adoption-2026-11-20-to-today.csv"');
  expect((await response.text()).split('\n')[1]).toMatch(/^2026-11-20,0,1,2/);
  expect(await (await ask('GET', '/export?format=json')).json()).toHaveLength(3);
});
