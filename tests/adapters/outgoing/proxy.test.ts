import { execFile } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { generate } from 'selfsigned';
import { afterEach, expect, test } from 'vitest';
import type { EnpassOptions } from '@/lib/adapters/enpass/client';
import { createWayOut } from '@/lib/adapters/outgoing/way-out';
import { failureWords } from '@/lib/views/words/failures';
import { type ConnectProxy, startConnectProxy } from '@/tests/support/connect-proxy';
import { aClientOf, aFakeEnpass } from '../enpass/enpass-world';

const { private: key, cert } = await generate([{ name: 'commonName', value: 'enpass.example' }], {
  extensions: [
    { name: 'basicConstraints', cA: true },
    { name: 'subjectAltName', altNames: [{ type: 2, value: 'enpass.example' }] },
  ],
});
const tls = { key, cert };

const started: ConnectProxy[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map((proxy) => proxy.close()));
});

async function aProxy(options: Parameters<typeof startConnectProxy>[0] = {}): Promise<ConnectProxy> {
  const proxy = await startConnectProxy(options);
  started.push(proxy);
  return proxy;
}

type Resolve = NonNullable<EnpassOptions['resolve']>;
const unknownHere: Resolve = (_, done) => done(Object.assign(new Error('no'), { code: 'ENOTFOUND' }), []);
const leadsTo =
  (address: string): Resolve =>
  (_, done) =>
    done(null, [{ address, family: 4 }]);

type Reading = { url: string; except?: string; resolve?: Resolve; baseUrl?: string; timeoutMs?: number };

function read({ url, except = '', resolve = unknownHere, baseUrl = 'https://enpass.example', timeoutMs }: Reading) {
  const client = aClientOf(
    { url: 'https://nobody.example' },
    {
      resolve,
      privateTargets: new Set(),
      ...(timeoutMs === undefined ? {} : { attemptTimeoutMs: timeoutMs }),
      wayOut: (lookup) => createWayOut({ proxy: { url, except }, lookup }),
    },
  );
  return client.read({ baseUrl, token: 'the secret token'.replaceAll(' ', '-') }, { maxAttempts: 1 });
}

test('Enpass is asked through the proxy, which sees neither token nor answer', async () => {
  const fake = await aFakeEnpass({ tls });
  const proxy = await aProxy({ lead: () => `127.0.0.1:${fake.port}` });
  const trusted = join(mkdtempSync(join(tmpdir(), 'adoption-tls-')), 'cert.pem');
  writeFileSync(trusted, cert);
  const address = proxy.url.replace('//', '//adoption:pass%20word@');
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', 'tests/adapters/enpass/read-once.ts', 'https://enpass.example', fake.token, address],
    { env: { ...process.env, NODE_EXTRA_CA_CERTS: trusted } },
  );
  expect(JSON.parse(stdout)).toMatchObject({ ok: true, attempts: 1 });
  expect(fake.requests).toMatchObject([{ tokenRight: true }]);
  const authorization = `Basic ${Buffer.from('adoption:pass word').toString('base64')}`;
  expect(proxy.asked).toEqual([{ target: 'enpass.example:443', authorization }]);
  expect(proxy.sent().length).toBeGreaterThan(100);
  expect(proxy.sent().includes(fake.token)).toBe(false);
});

test('a far end whose certificate nobody vouches for gets nothing, through a proxy as well', async () => {
  const fake = await aFakeEnpass({ tls });
  const proxy = await aProxy({ lead: () => `127.0.0.1:${fake.port}` });
  expect(await read({ url: proxy.url })).toMatchObject({
    failure: { kind: 'unreachable', detail: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
  });
  expect(fake.requests).toHaveLength(0);
});

test('a far end that speaks no TLS gets nothing', async () => {
  const fake = await aFakeEnpass();
  const proxy = await aProxy({ lead: () => `127.0.0.1:${fake.port}` });
  expect(await read({ url: proxy.url })).toMatchObject({ failure: { kind: 'unreachable' } });
  expect(fake.requests).toHaveLength(0);
  expect(proxy.sent().includes('the-secret-token')).toBe(false);
});

test('a proxy that has to be spoken to by TLS is one whose certificate is checked', async () => {
  const proxy = await aProxy({ tls });
  expect(await read({ url: proxy.url })).toMatchObject({
    failure: { kind: 'unreachable', detail: 'PROXY_DEPTH_ZERO_SELF_SIGNED_CERT' },
  });
  expect(proxy.asked).toEqual([]);
});

test.each([
  ['asks for a password', 'HTTP/1.1 407 Proxy Authentication Required\r\n\r\n', 'PROXY_407', 'asks for a name'],
  [
    'forbids it',
    'HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\n\r\nno',
    'PROXY_403',
    'does not let this server through',
  ],
  ['does not reach Enpass', 'HTTP/1.1 502 Bad Gateway\r\n\r\n', 'PROXY_502', 'could not reach Enpass'],
  ['redirects', 'HTTP/1.1 302 Found\r\nLocation: https://evil.example\r\n\r\n', 'PROXY_302', 'could not be used'],
  ['says more than asked', 'HTTP/1.1 200 OK\r\n\r\nsurprise', 'PROXY_ODD_ANSWER', 'could not be used'],
  ['is none', 'SSH-2.0-OpenSSH_9.9\r\n', 'PROXY_HPE_INVALID_CONSTANT', 'could not be used'],
  ['talks on and on', 'HTTP/1.1 103 Early Hints\r\n\r\n'.repeat(20), 'PROXY_ODD_ANSWER', 'could not be used'],
  [
    'answers by the megabyte',
    `HTTP/1.1 200 OK\r\nX-Long: ${'x'.repeat(1_000_000)}\r\n\r\n`,
    'PROXY_HPE_HEADER_OVERFLOW',
    'could not be used',
  ],
])('a proxy that %s has words of its own, and stays Enpass unreachable', async (_, answer, detail, words) => {
  const proxy = await aProxy({ answer });
  const outcome = await read({ url: proxy.url });
  expect(outcome).toMatchObject({ ok: false, failure: { kind: 'unreachable', detail } });
  expect(outcome.ok ? '' : failureWords(outcome.failure).cause).toContain(words);
});

test('so has one that is not there', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  expect(await read({ url })).toMatchObject({ failure: { kind: 'unreachable', detail: 'PROXY_ECONNREFUSED' } });
});

test('a proxy that says nothing is no answer in time', async () => {
  const proxy = await aProxy({ answer: '' });
  expect(await read({ url: proxy.url, timeoutMs: 300 })).toMatchObject({ failure: { kind: 'timed-out' } });
});

test('a name that resolves here to a private address is refused before the proxy is asked', async () => {
  const proxy = await aProxy();
  expect(await read({ url: proxy.url, resolve: leadsTo('10.0.0.8') })).toMatchObject({
    failure: { kind: 'address-refused', detail: 'private-address' },
  });
  expect(proxy.asked).toEqual([]);
});

test.each<[string, Resolve]>([
  ['does not resolve here', unknownHere],
  ['resolves here to a public address', leadsTo('8.8.8.8')],
  ['cannot be asked for just now', (_, done) => done(Object.assign(new Error('no'), { code: 'EAI_AGAIN' }), [])],
])('a name that %s is the proxy’s', async (_, resolve) => {
  const proxy = await aProxy({ answer: 'HTTP/1.1 503 No\r\n\r\n' });
  await read({ url: proxy.url, resolve, baseUrl: 'https://enpass.example:8443/path' });
  expect(proxy.asked.map(({ target }) => target)).toEqual(['enpass.example:8443']);
});

test('who is excepted is asked straight, and judged as ever', async () => {
  const proxy = await aProxy();
  const outcome = await read({ url: proxy.url, except: '.example', resolve: leadsTo('127.0.0.1') });
  expect(outcome).toMatchObject({ failure: { kind: 'address-refused' } });
  expect(await read({ url: proxy.url, except: '.example' })).toMatchObject({
    failure: { kind: 'unreachable', detail: 'ENOTFOUND' },
  });
  expect(proxy.asked).toEqual([]);
});
