import { expect, test } from 'vitest';
import { cast } from '../../demo/cast';
import { apiWorld, halfAYear } from './api-world';

const { tokens, promised } = apiWorld({ asks: 'max', furnish: halfAYear });

test('annotations: add, change, read the weeks around, remove', async () => {
  const annotation = await promised<{ id: string }>('post', '/annotations', {
    body: { from: '2026-09-14', title: '<b>Extension</b>', kind: 'campaign' },
  });
  expect(annotation).toMatchObject({ from: '2026-09-14', to: '2026-09-14', createdBy: cast.max.name });
  await promised('patch', '/annotations/{id}', { at: annotation, body: { to: '2026-09-18' } });
  const whole = await promised('get', '/annotations/{id}', { at: annotation, token: tokens.vera });
  expect(whole).toMatchObject({
    title: '<b>Extension</b>',
    to: '2026-09-18',
    caution: expect.stringContaining('observation'),
  });
  expect(whole.readOut).toContainEqual(
    expect.objectContaining({ metric: 'using_enpass', before: expect.objectContaining({ perWeek: 7 }) }),
  );
  expect((await promised<{ data: unknown[] }>('get', '/annotations')).data).toHaveLength(1);
  await promised('delete', '/annotations/{id}', { at: annotation });
  expect((await promised<{ data: unknown[] }>('get', '/annotations')).data).toEqual([]);
});
