import { expect, test } from 'vitest';
import { apiWorld } from './api-world';

const { world, promised } = apiWorld();

test('the connection and its test', async () => {
  expect(await promised('get', '/connection')).toMatchObject({ from: 'environment', tokenExpiresOn: null });
  const body = { baseUrl: world.enpass.url, token: world.enpass.token, tokenExpiresOn: '2027-01-31' };
  expect(await promised('put', '/connection', { body })).toMatchObject({
    from: 'settings',
    tokenExpiresOn: '2027-01-31',
  });
  expect(await promised('post', '/connection/test', { body: {} })).toMatchObject({ ok: true, failure: null });
  const wrong = await promised('post', '/connection/test', { body: { token: 'a-token-nobody-made' } });
  expect(wrong).toMatchObject({ ok: false, failure: { kind: 'token-refused' } });
});
