import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cast } from '../../demo/cast';
import { call, serveWorld, tokenOf } from '../support/api';
import { onEachDatabase, type TestDatabase } from '../support/databases';
import { inviteCast, type TestWorld, testWorld } from '../support/world';

const paths = ['/snapshots', '/snapshots/latest', '/metrics', '/runs', '/runs/x', '/export', '/connection'];
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('2026-11-20', '0000-01-01', '9999-12-31', '-1', '1e9', 'NaN', '\u0000', 'csv', 'MjAyNiB4'),
);
const name = fc.oneof(fc.constantFrom('limit', 'cursor', 'from', 'to', 'format', 'id'), text);
const connection = fc.record({ baseUrl: fc.oneof(text, fc.webUrl()), token: text, tokenExpiresOn: text });

const hostileTests = (fresh: () => Promise<TestDatabase>) => {
  let small: TestWorld;
  let token: string;
  beforeAll(async () => {
    small = await testWorld({ fresh, config: { apiPerMinute: 1_000_000 } });
    serveWorld(small);
    await inviteCast(small);
    token = await tokenOf(small, cast.ada);
  });
  afterAll(() => small.end());

  test('no query is our fault', async () => {
    const queries = fc.array(fc.tuple(name, text), { maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths), queries, async (path, query) => {
        const { status } = await call('GET', `/api/v1${path}?${new URLSearchParams(query)}`, { token });
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
        const { status } = await call('PUT', '/api/v1/connection', { token, body });
        expect([200, 422]).toContain(status);
      }),
      { numRuns: 150 },
    );
  });
};

onEachDatabase(hostileTests);
