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

test('runs are found by all that the page finds them by', async () => {
  const found = async (query: string) => {
    const { data } = await promised<{ data: { outcome: string }[] }>('get', '/runs', { query });
    return data.map(({ outcome }) => outcome);
  };
  // The clock stands still, so that neither is newer.
  expect((await found('')).sort()).toEqual(['failed', 'succeeded']);
  expect(await found('?outcome=failed')).toEqual(['failed']);
  expect(await found('?by=manual&outcome=succeeded')).toEqual(['succeeded']);
  expect(await found('?by=cli')).toEqual([]);
  expect(await found('?kind=token-refused')).toEqual(['failed']);
  expect(await found('?from=2026-11-23&to=2026-11-23')).toHaveLength(2);
  expect(await found('?to=2026-11-22')).toEqual([]);
  for (const [query, path] of [
    ['?outcome=lost', 'outcome'],
    ['?by=nobody', 'by'],
    ['?kind=x', 'kind'],
    ['?from=2026-13-01', 'from'],
    ['?from=2026-11-23&to=2026-11-22', 'to'],
    ['?trigger=cli', 'trigger'],
  ]) {
    const { status, json } = await refused('GET', `/runs${query}`);
    expect([status, json]).toMatchObject([422, { errors: [{ path }] }]);
  }
});
