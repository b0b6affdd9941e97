import { expect, test } from 'vitest';
import { apiWorld } from './api-world';

const { world, cookies, promised, refused } = apiWorld();

test('the connection and its test', async () => {
  expect(await promised('get', '/connection')).toMatchObject({ from: 'environment', tokenExpiresOn: null });
  expect(await refused('put', '/connection', { body: {} })).toMatchObject({ json: { kind: 'session-needed' } });
  const body = { baseUrl: world.enpass.url, token: world.enpass.token, tokenExpiresOn: '2027-01-31' };
  expect(await promised('put', '/connection', { body, cookie: cookies.ada })).toMatchObject({
    from: 'settings',
    tokenExpiresOn: '2027-01-31',
  });
  expect(await promised('post', '/connection/test', { body: {} })).toMatchObject({ ok: true, failure: null });
  const wrong = await promised('post', '/connection/test', { body: { token: 'a-token-nobody-made' } });
  expect(wrong).toMatchObject({ ok: false, failure: { kind: 'token-refused' } });
});
