import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FakeProcess, startFakeProcess } from '@/tests/adapters/enpass/enpass-process';
import { aFakeEnpass } from '@/tests/adapters/enpass/enpass-world';
import { answerOf } from '../../demo/fake-enpass/answer';
import { countsOn } from '../../demo/fake-enpass/organisation';

const path = '/api/v1/adoption/overview/';
const post = (url: string, token: string, init: RequestInit = {}) =>
  fetch(url, { method: 'POST', headers: { Authorization: `Bearer ${token}` }, ...init });

test('today’s answer is the organisation’s counts of that day', async () => {
  const fake = await aFakeEnpass({ now: () => new Date('2026-03-02T23:00:00Z') });
  const response = await post(fake.url + path, fake.token);
  expect(await response.json()).toEqual(answerOf(countsOn('2026-03-02')));
});

test.each([
  ['no token', path, { headers: {} }, 401],
  ['a wrong token', path, { headers: { Authorization: 'Bearer x' } }, 401],
  ['GET', path, { method: 'GET' }, 405],
  ['another path', '/api/v1/', {}, 404],
  ['no trailing slash', '/api/v1/adoption/overview', {}, 404],
] as const)('%s is refused as Enpass would', async (_, asked, init, status) => {
  const fake = await aFakeEnpass();
  const response = await post(fake.url + asked, fake.token, init);
  expect(response.status).toBe(status);
  expect(await response.json()).toMatchObject({ error: true, code: 'unknown_error' });
});

test('a list of modes is worked through, and its last one stays', async () => {
  const fake = await aFakeEnpass({ mode: ['500', '429', 'good'] });
  const statuses = [];
  for (let i = 0; i < 4; i++) statuses.push((await post(fake.url + path, fake.token)).status);
  expect(statuses).toEqual([500, 429, 200, 200]);
});

test('the trap records whoever follows a redirect, and whether the token came along', async () => {
  const fake = await aFakeEnpass({ mode: 'redirect' });
  await post(fake.url + path, fake.token, { redirect: 'follow' });
  expect(fake.trapped).toMatchObject([{ method: 'POST', path }]);
});

test('the record holds no token', async () => {
  const fake = await aFakeEnpass({ token: 'sesame' });
  await post(fake.url + path, 'sesame');
  expect(fake.requests).toMatchObject([{ hasToken: true, tokenRight: true }]);
  expect(JSON.stringify(fake.requests)).not.toContain('sesame');
});

describe('started by its command line', () => {
  let fake: FakeProcess;

  beforeAll(async () => {
    fake = await startFakeProcess('sesame', '--mode', '503', '--start', '2026-01-01');
  });

  test('it takes token and mode, and is steered and watched through its control door', async () => {
    expect((await post(fake.url + path, 'sesame')).status).toBe(503);
    expect(await (await fake.setMode(['401', 'good'])).json()).toEqual({ mode: ['401', 'good'] });
    expect((await post(fake.url + path, 'sesame')).status).toBe(401);
    expect((await post(fake.url + path, 'sesame')).status).toBe(200);
    const requests = await (await fetch(`${fake.url}/__fake/requests`)).json();
    expect(requests).toMatchObject([{ mode: '503' }, { mode: '401' }, { mode: 'good', tokenRight: true }]);
  });

  test.each(['nonsense', [], ['good', 'nonsense'], 'constructor'])('it refuses the mode %j', async (mode) => {
    expect((await fake.setMode(mode)).status).toBe(400);
  });

  afterAll(async () => {
    expect(await fake.stop()).toBe(0);
  });
});
