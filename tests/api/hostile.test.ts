import fc from 'fast-check';
import { expect, test } from 'vitest';
import { onEachDatabase, type TestDatabase } from '../support/databases';
import { apiWorld } from './api-world';

const paths = ['/snapshots', '/snapshots/latest', '/metrics', '/runs', '/runs/x', '/export', '/connection'];
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('2026-11-20', '0000-01-01', '9999-12-31', '-1', '1e9', 'NaN', '\u0000', 'csv', 'MjAyNiB4'),
);
const name = fc.oneof(fc.constantFrom('limit', 'cursor', 'from', 'to', 'format', 'id'), text);
const connection = fc.record({ baseUrl: fc.oneof(text, fc.webUrl()), token: text, tokenExpiresOn: text });

const hostileTests = (fresh: () => Promise<TestDatabase>) => {
  const { ask, cookies } = apiWorld({ fresh, config: { apiPerMinute: 1_000_000 } });

  test('no query is our fault', async () => {
    const queries = fc.array(fc.tuple(name, text), { maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths), queries, async (path, query) => {
        const { status } = await ask('GET', `${path}?${new URLSearchParams(query)}`);
        expect([200, 404, 422]).toContain(status);
      }),
      { numRuns: 200 },
    );
  });

  test('no body is our fault', async () => {
    const bodies = fc.oneof(
      fc.json(),
      fc.string(),
      fc.json().map((json) => `{"baseUrl":${json}}`),
      connection.map((body) => JSON.stringify(body)),
    );
    await fc.assert(
      fc.asyncProperty(bodies, async (body) => {
        const { status } = await ask('PUT', '/connection', { body, cookie: cookies.ada });
        expect([200, 422]).toContain(status);
      }),
      { numRuns: 150 },
    );
  });
};

onEachDatabase(hostileTests);
