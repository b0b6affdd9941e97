import { expect, test } from 'vitest';
import { edgeServer } from '@/tests/support/edge-server';
import { clientAddress, networkOf } from './network';

test.each([
  ['without a trusted proxy only the socket counts', '203.0.113.9', '198.51.100.1', 0, '203.0.113.9'],
  ['the last proxy wrote the last address', '10.0.0.1', '198.51.100.66, 203.0.113.9', 1, '203.0.113.9'],
  ['two proxies: the last but one', '10.0.0.1', '198.51.100.66, 203.0.113.9, 10.0.0.2', 2, '203.0.113.9'],
  ['fewer addresses than proxies: the socket', '10.0.0.1', '198.51.100.66', 2, '10.0.0.1'],
  ['a proxy that sends none: the socket', '10.0.0.1', null, 1, '10.0.0.1'],
  ['what is no address is not believed', '10.0.0.1', 'unknown', 1, '10.0.0.1'],
  ['ports and brackets are taken off', null, '[2001:db8::1]:443', 1, '2001:db8::1'],
  ['an IPv4 address in IPv6 clothes is IPv4', '::ffff:127.0.0.1', null, 0, '127.0.0.1'],
  ['nothing known is nothing', null, null, 0, null],
])('%s', (_, peer, forwarded, trustedProxies, expected) => {
  expect(clientAddress({ peer, forwarded, trustedProxies })).toBe(expected);
});

test('a client cannot write its own address, not even by X-Forwarded-For', async () => {
  const server = await edgeServer(async (_, response) => void response.end(networkOf(0)));
  const answer = await fetch(server.origin, { headers: { 'x-forwarded-for': '203.0.113.9' } });
  expect(await answer.text()).toBe('127.0.0.1');
  server.close();
});

test('behind a trusted proxy it is believed what that says', async () => {
  const server = await edgeServer(async (_, response) => void response.end(networkOf(1)));
  const answer = await fetch(server.origin, { headers: { 'x-forwarded-for': '198.51.100.66, 203.0.113.9' } });
  expect(await answer.text()).toBe('203.0.113.9');
  server.close();
});
