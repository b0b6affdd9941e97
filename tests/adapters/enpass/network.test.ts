import { execFile } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import net, { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { generate } from 'selfsigned';
import { expect, onTestFinished, test } from 'vitest';
import { aClientOf, aFakeEnpass } from './enpass-world';

// Made for each run: a key in the repository would be a secret in the repository.
const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }], {
  extensions: [
    { name: 'basicConstraints', cA: true },
    { name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] },
  ],
});
const tls = { key, cert };

const refused = (detail: string) => ({ ok: false, attempts: 0, failure: { kind: 'address-refused', detail } });

test.each([
  ['http', 'not-https'],
  ['https', 'private-address'],
])('a loopback address that is not listed gets nothing sent over %s', async (scheme, detail) => {
  const fake = await aFakeEnpass();
  const client = aClientOf(fake, { privateTargets: new Set() });
  const outcome = await client.read({ baseUrl: `${scheme}://127.0.0.1:${fake.port}`, token: fake.token });
  expect(outcome).toMatchObject(refused(detail));
  expect(fake.requests).toHaveLength(0);
});

test('a listed port does not open its neighbours', async () => {
  const fake = await aFakeEnpass();
  const outcome = await aClientOf(fake).read({ baseUrl: fake.trapUrl, token: fake.token });
  expect(outcome).toMatchObject(refused('not-https'));
  expect(fake.trapped).toHaveLength(0);
});

test('a public name that leads to a private address is refused before anything is sent', async () => {
  const fake = await aFakeEnpass({ tls });
  const client = aClientOf(fake, { resolve: (_, done) => done(null, [{ address: '127.0.0.1', family: 4 }]) });
  const outcome = await client.read({ baseUrl: `https://rebound.example:${fake.port}`, token: fake.token });
  expect(outcome).toMatchObject(refused('private-address'));
  expect(fake.openConnections()).toBe(0);
});

test('a name is looked up again for each attempt, so that a later rebinding is refused too', async () => {
  const port = await closedPort();
  const addresses = ['127.0.0.1', '169.254.169.254'];
  const client = aClientOf(
    { url: `https://enpass.intern:${port}` },
    { resolve: (_, done) => done(null, [{ address: addresses.shift() ?? '', family: 4 }]) },
  );
  const outcome = await client.read({ baseUrl: `https://enpass.intern:${port}`, token: 'token' });
  expect(outcome).toMatchObject({ attempts: 1, failure: { kind: 'address-refused' } });
  expect(addresses).toHaveLength(0);
});

test('a listed name that leads to a private address may be asked', async () => {
  const fake = await aFakeEnpass();
  const client = aClientOf(fake, {
    resolve: (_, done) => done(null, [{ address: '127.0.0.1', family: 4 }]),
    privateTargets: new Set([`enpass.intern:${fake.port}`]),
  });
  const outcome = await client.read({ baseUrl: `http://enpass.intern:${fake.port}`, token: fake.token });
  expect(outcome.ok).toBe(true);
});

test.each([
  ['nobody listens', async () => `http://127.0.0.1:${await closedPort()}`, 'ECONNREFUSED'],
  ['the name does not exist', async () => 'https://enpass.invalid', 'ENOTFOUND'],
])('where %s, Enpass is unreachable', async (_, url, detail) => {
  const baseUrl = await url();
  const client = aClientOf({ url: baseUrl }, { resolve: (_, done) => done(notFound(), []) });
  const outcome = await client.read({ baseUrl, token: 'token' });
  expect(outcome).toMatchObject({ attempts: 4, failure: { kind: 'unreachable', detail } });
});

test('a certificate nobody vouches for ends the attempt before the token is sent', async () => {
  const fake = await aFakeEnpass({ tls });
  const outcome = await aClientOf(fake).read({ baseUrl: fake.url, token: fake.token });
  expect(outcome).toMatchObject({ failure: { kind: 'unreachable', detail: 'DEPTH_ZERO_SELF_SIGNED_CERT' } });
  expect(fake.requests).toHaveLength(0);
});

test('https to a server that speaks http is unreachable', async () => {
  const fake = await aFakeEnpass();
  const baseUrl = fake.url.replace('http:', 'https:');
  const outcome = await aClientOf(fake).read({ baseUrl, token: fake.token });
  expect(outcome).toMatchObject({ failure: { kind: 'unreachable' } });
});

test.each(['http', 'https'])('a server that takes %s connections and keeps silent times out', async (scheme) => {
  const silent = net.createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void silent.close());
  await new Promise((resolve) => silent.once('listening', resolve));
  const url = `${scheme}://127.0.0.1:${(silent.address() as AddressInfo).port}`;
  const outcome = await aClientOf({ url }, { attemptTimeoutMs: 100 }).read(
    { baseUrl: url, token: 'token' },
    { maxAttempts: 1 },
  );
  expect(outcome).toMatchObject({ failure: { kind: 'timed-out', detail: '0.1 s' } });
});

test('a name server that never answers times out', async () => {
  const client = aClientOf({ url: 'https://enpass.example' }, { attemptTimeoutMs: 100, resolve: () => undefined });
  const started = performance.now();
  const outcome = await client.read({ baseUrl: 'https://enpass.example', token: 'token' }, { maxAttempts: 1 });
  expect(outcome).toMatchObject({ failure: { kind: 'timed-out' } });
  expect(performance.now() - started).toBeLessThan(5_000);
});

test('with a certificate the machine trusts, https reads as http does', async () => {
  const fake = await aFakeEnpass({ tls, host: 'localhost' });
  const trusted = join(mkdtempSync(join(tmpdir(), 'adoption-tls-')), 'cert.pem');
  writeFileSync(trusted, cert);
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', 'tests/adapters/enpass/read-once.ts', fake.url, fake.token],
    { env: { ...process.env, NODE_EXTRA_CA_CERTS: trusted } },
  );
  expect(JSON.parse(stdout)).toMatchObject({ ok: true, attempts: 1 });
  expect(fake.requests).toMatchObject([{ tokenRight: true }]);
});

async function closedPort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const notFound = () => Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' });
