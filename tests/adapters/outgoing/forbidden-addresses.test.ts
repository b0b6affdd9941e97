import { expect, test } from 'vitest';
import { AddressRefusedError, guardedLookup } from '@/lib/adapters/enpass/address';
import { createEnpass } from '@/lib/adapters/enpass/client';
import { createWayOut } from '@/lib/adapters/outgoing/way-out';
import { readConfig } from '@/lib/config/config';
import { startConnectProxy } from '@/tests/support/connect-proxy';
import { forbiddenAddresses, forbiddenHosts } from '@/tests/support/forbidden-addresses';

const none: ReadonlySet<string> = new Set();

/** An Enpass that is asked straight and one behind a proxy; names resolve to what `leadsTo` says. */
async function enpasses(leadsTo: string) {
  const proxy = await startConnectProxy();
  const resolve: Parameters<typeof guardedLookup>[2] = (_, done) =>
    done(null, [{ address: leadsTo, family: leadsTo.includes(':') ? 6 : 4 }]);
  const options = { attemptTimeoutMs: 2_000, runDeadlineMs: 2_000, retryBaseMs: 1, privateTargets: none, resolve };
  const asked = { ...options, userAgent: 'test', now: () => new Date() };
  const lookup = (url: URL) => guardedLookup(url, none, resolve);
  const through = createWayOut({ proxy: { url: proxy.url, except: '' }, lookup });
  return { proxy, clients: [createEnpass(asked), createEnpass({ ...asked, wayOut: () => through })] };
}

test(`nothing is sent to ${forbiddenHosts.length} hosts, in whatever spelling, straight or through a proxy`, async () => {
  expect(forbiddenHosts.length + forbiddenAddresses.length).toBeGreaterThanOrEqual(150);
  const { proxy, clients } = await enpasses('8.8.8.8');
  const passed: string[] = [];
  for (const host of forbiddenHosts) {
    const baseUrl = `https://${host}`;
    for (const client of clients) {
      if (client.checkAddress(baseUrl).ok) passed.push(`saved ${host}`);
      const outcome = await client.read({ baseUrl, token: 'secret' }, { maxAttempts: 1 });
      if (outcome.ok || outcome.failure.kind !== 'address-refused') passed.push(`asked ${host}`);
    }
    for (const variable of ['ENPASS_BASE_URL', 'OIDC_ISSUER']) {
      if (faultsOf({ [variable]: baseUrl }).includes(variable)) continue;
      passed.push(`configured ${variable} ${host}`);
    }
  }
  expect(passed).toEqual([]);
  expect(proxy.asked).toEqual([]);
  await proxy.close();
});

test(`nor to a name that leads to one of ${forbiddenAddresses.length} addresses`, async () => {
  const passed: string[] = [];
  for (const address of forbiddenAddresses) {
    const { proxy, clients } = await enpasses(address);
    for (const client of clients) {
      const outcome = await client.read({ baseUrl: 'https://enpass.example', token: 'secret' }, { maxAttempts: 1 });
      if (outcome.ok || outcome.failure.kind !== 'address-refused') passed.push(address);
    }
    if (proxy.asked.length > 0) passed.push(`${address} by the proxy`);
    await proxy.close();
  }
  expect(passed).toEqual([]);
});

test('the way out by itself refuses literal addresses, which Node looks nowhere up', async () => {
  const lookup = (url: URL) => guardedLookup(url, none);
  const proxy = await startConnectProxy();
  const passed: string[] = [];
  for (const host of forbiddenHosts) {
    const url = URL.canParse(`https://${host}`) ? new URL(`https://${host}`) : null;
    if (url === null || !/^(\[.*\]|[\d.]+)$/.test(url.hostname)) continue;
    for (const through of [null, { url: proxy.url, except: '' }]) {
      const refused = await createWayOut({ proxy: through, lookup })(url).then(
        () => null,
        (error: unknown) => error,
      );
      if (!(refused instanceof AddressRefusedError))
        passed.push(`${host} ${through === null ? 'straight' : 'through'}`);
    }
  }
  expect(passed).toEqual([]);
  expect(proxy.asked).toEqual([]);
  await proxy.close();
});

function faultsOf(env: Record<string, string>): string[] {
  const whole = { ENPASS_API_TOKEN: 'token', OIDC_CLIENT_ID: 'id', OIDC_CLIENT_SECRET: 'secret', ...env };
  const read = readConfig(whole, {
    projectRoot: '/nowhere',
    secretFiles: { keep: () => ({ ok: true, value: ['x'.repeat(40)] }) },
  });
  return read.ok ? [] : read.failure.faults.map(({ variable }) => variable);
}
