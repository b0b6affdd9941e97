import { expect, test } from 'vitest';
import { apiWorld } from './api-world';

const { world, promised, refused } = apiWorld();

test('refresh, runs and one run', async () => {
  const refreshed = await promised('post', '/refresh');
  expect(refreshed).toMatchObject({
    run: { trigger: 'manual', outcome: 'succeeded', day: '2026-11-23', attempts: 1 },
  });
  const { data } = await promised<{ data: { id: string }[] }>('get', '/runs');
  expect(await promised('get', '/runs/{id}', { at: { id: data[0]?.id ?? '' } })).toEqual(data[0]);
});

test('a refresh that Enpass failed is a problem of its kind, with the run', async () => {
  world.enpass.setMode('401');
  const failed = await refused('POST', '/refresh');
  world.enpass.setMode('good');
  expect(failed).toMatchObject({
    status: 502,
    json: { kind: 'token-refused', run: { outcome: 'failed', failure: { kind: 'token-refused' } } },
  });
  expect(JSON.stringify(failed)).toContain('Onboarding & Adoption');
  expect(JSON.stringify(failed)).not.toContain(world.enpass.token);
  await promised('get', '/runs');
});
