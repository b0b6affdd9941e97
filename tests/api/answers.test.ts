import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { problemSchema } from '@/lib/api/common';
import { operations } from '@/lib/api/operations/list';
import type { Operation } from '@/lib/api/operations/operation';
import { countFields } from '@/lib/domain/snapshot';
import { importHistory } from '@/lib/services/transfer/import-history';
import { cast, scheduler } from '../../demo/cast';
import { call, serveWorld, tokenOf } from '../support/api';
import { inviteCast, type TestWorld, testWorld } from '../support/world';

let small: TestWorld;
let token: string;
beforeAll(async () => {
  small = await testWorld({ now: '2026-11-23T09:00:00Z' });
  serveWorld(small);
  await inviteCast(small);
  token = await tokenOf(small, cast.ada);
  const old = ['2026-11-18', '2026-11-20'].map((day) =>
    [day, ...countFields.map((_, at) => (at === 16 ? '' : at))].join(','),
  );
  await importHistory(small.as(scheduler), {
    format: 'csv',
    text: [['day', ...countFields].join(','), ...old].join('\n'),
  });
});
afterAll(() => small.end());

const schemaOf = (method: Operation['method'], path: string): z.ZodType => {
  const answer = operations.find((one) => one.method === method && one.path === path)?.answer;
  if (answer === undefined || 'file' in answer) throw new Error(`no schema for ${method} ${path}`);
  return answer;
};

/** The answer, proven to be what the document promises of the operation. */
async function promised(
  method: Operation['method'],
  path: string,
  given: { query?: string; body?: unknown; id?: string } = {},
) {
  const url = `/api/v1${path.replace('{id}', given.id ?? '')}${given.query ?? ''}`;
  const response = await call(method.toUpperCase(), url, {
    token,
    ...(given.body === undefined ? {} : { body: given.body }),
  });
  const json: unknown = await response.json();
  expect(response.status, JSON.stringify(json)).toBe(200);
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(schemaOf(method, path).safeParse(json).error).toBeUndefined();
  return json;
}

async function refused(method: string, url: string, given: { body?: unknown; token?: string } = {}) {
  const response = await call(method, url, { token, ...given });
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  const json: unknown = await response.json();
  expect(problemSchema.safeParse(json).error).toBeUndefined();
  return { status: response.status, json };
}

describe('what the API answers is what its document promises', () => {
  test('refresh, runs and one run', async () => {
    const refreshed = await promised('post', '/refresh');
    expect(refreshed).toMatchObject({
      run: { trigger: 'manual', outcome: 'succeeded', day: '2026-11-23', attempts: 1 },
    });
    const { data } = (await promised('get', '/runs')) as { data: { id: string }[] };
    expect(await promised('get', '/runs/{id}', { id: data[0]?.id ?? '' })).toEqual(data[0]);
  });

  test('a refresh that Enpass failed is a problem of its kind, with the run', async () => {
    small.enpass.setMode('401');
    const failed = await refused('POST', '/api/v1/refresh');
    small.enpass.setMode('good');
    expect(failed).toMatchObject({
      status: 502,
      json: { kind: 'token-refused', run: { outcome: 'failed', failure: { kind: 'token-refused' } } },
    });
    expect(JSON.stringify(failed)).toContain('Onboarding & Adoption');
    expect(JSON.stringify(failed)).not.toContain(small.enpass.token);
    await promised('get', '/runs');
  });

  test('snapshots with their gaps, page by page, and the latest', async () => {
    await promised('post', '/refresh');
    const first = await promised('get', '/snapshots', { query: '?limit=2' });
    expect(first).toMatchObject({
      data: [
        { day: '2026-11-18', source: 'imported', counts: { inactive_users: null }, rates: { assignment: null } },
        {},
      ],
      gaps: [{ day: '2026-11-19', reason: 'not-running' }],
      next: '2026-11-20',
    });
    const second = await promised('get', '/snapshots', { query: '?limit=2&cursor=2026-11-20' });
    expect(second).toMatchObject({
      data: [{ day: '2026-11-23', source: 'manual', notes: expect.any(Array) }],
      gaps: [{ day: '2026-11-21' }, { day: '2026-11-22' }],
      next: null,
    });
    expect(await promised('get', '/snapshots/latest')).toMatchObject({ day: '2026-11-23' });
  });

  test('the catalogue of metrics', async () => {
    const catalogue = (await promised('get', '/metrics')) as { data: { id: string }[] };
    expect(catalogue.data).toHaveLength(25);
    expect(catalogue.data).toContainEqual(
      expect.objectContaining({ id: 'adoption', unit: 'ratio', base: 'assigned_license', good: 'up' }),
    );
  });

  test('the connection and its test', async () => {
    expect(await promised('get', '/connection')).toMatchObject({ from: 'environment', tokenExpiresOn: null });
    const body = { baseUrl: small.enpass.url, token: small.enpass.token, tokenExpiresOn: '2027-01-31' };
    expect(await promised('put', '/connection', { body })).toMatchObject({
      from: 'settings',
      tokenExpiresOn: '2027-01-31',
    });
    expect(await promised('post', '/connection/test', { body: {} })).toMatchObject({ ok: true, failure: null });
    const wrong = await promised('post', '/connection/test', { body: { token: 'a-token-nobody-made' } });
    expect(wrong).toMatchObject({ ok: false, failure: { kind: 'token-refused' } });
  });

  test('an export is a file with its name', async () => {
    const response = await call('GET', '/api/v1/export?format=csv&from=2026-11-20', { token });
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="adoption-2026-11-20-to-today.csv"');
    expect((await response.text()).split('\n')[1]).toMatch(/^2026-11-20,0,1,2/);
    expect(await (await call('GET', '/api/v1/export?format=json', { token })).json()).toHaveLength(3);
  });

  test('the document is OpenAPI 3.1', async () => {
    const response = await call('GET', '/api/v1/openapi.json', { token });
    expect(await response.json()).toMatchObject({
      openapi: '3.1.1',
      servers: [{ url: 'http://localhost:3000/api/v1' }],
    });
  });
});

describe('bad input is 422 with the field, never a 5xx', () => {
  test.each([
    ['GET', '/snapshots?limit=0', 'limit'],
    ['GET', '/snapshots?limit=1&limit=2', 'limit'],
    ['GET', '/snapshots?limit=1e2', 'limit'],
    ['GET', '/snapshots?limit=0x10', 'limit'],
    ['GET', '/snapshots?limit=10.0', 'limit'],
    ['GET', '/snapshots?limit=%2010', 'limit'],
    ['GET', '/snapshots?limit=', 'limit'],
    ['GET', '/weeks/2026-W47/review/revisions/1e0', 'number'],
    ['GET', '/snapshots?from=2026-13-01', 'from'],
    ['GET', '/snapshots?from=2026-02-02&to=2026-02-01', 'to'],
    ['GET', '/snapshots?cursor=x', 'cursor'],
    ['GET', '/snapshots?__proto__=1', '__proto__'],
    ['GET', '/snapshots/latest?day=2026-02-02', 'day'],
    ['GET', '/metrics?cursor=nonsense', 'cursor'],
    ['GET', '/runs?cursor=nonsense', 'cursor'],
    ['GET', '/runs?cursor=LTI3MTgyMS0wNC0yMFQwMDowMDowMC4wMDBaIHg', 'cursor'],
    ['GET', '/runs/a%00b', 'id'],
    ['GET', '/export?format=xlsx&of=all', 'of'],
    ['GET', '/export?format=pdf', 'format'],
    ['PUT', '/connection', 'baseUrl'],
  ])('%s %s names %s', async (method, path, field) => {
    const { status, json } = await refused(method, `/api/v1${path}`);
    expect(status).toBe(422);
    expect(json).toMatchObject({ kind: 'invalid-input', errors: [{ path: field }] });
  });

  test.each([
    ['nothing that is JSON', 'not JSON {'],
    ['a list', '[]'],
    ['null', 'null'],
    ['more than it needs', `{"baseUrl":"${'x'.repeat(70_000)}"}`],
    ['numbers for text', '{"baseUrl":1,"token":2}'],
    ['half a character', '{"baseUrl":"https://enpass.example/\\ud800","token":"long-enough-token"}'],
  ])('a body of %s', async (_, body) => {
    expect(await refused('PUT', '/api/v1/connection', { body })).toMatchObject({ status: 422 });
  });

  test('a run that is not there is 404', async () => {
    expect(await refused('GET', '/api/v1/runs/nobody-made-this')).toMatchObject({ status: 404 });
  });
});

describe('health', () => {
  test('is told to everybody, and why only to the operator', async () => {
    const operated = await testWorld({ config: { metricsToken: 'the-operators-token' } });
    serveWorld(operated);
    expect(await (await call('GET', '/api/health/live')).json()).toEqual({ status: 'ok' });
    expect(await (await call('GET', '/api/health/ready')).json()).toEqual({ status: 'ok' });
    expect(await (await call('GET', '/api/health/ready', { token: 'the-operators-token' })).json()).toEqual({
      status: 'ok',
      checks: { database: { status: 'ok', tookMs: expect.any(Number) }, stopping: false },
    });
    expect((await call('GET', '/api/metrics')).status).toBe(401);
    const measured = await call('GET', '/api/metrics', { token: 'the-operators-token' });
    expect(await measured.text()).toMatch(/^adoption_snapshots 0$/m);
    operated.stop();
    expect((await call('GET', '/api/health/ready')).status).toBe(503);
    serveWorld(small);
    expect((await call('GET', '/api/metrics')).status).toBe(404);
    await operated.end();
  });

  test('of a database that is away is 503 with a time to come back, and so is every answer', async () => {
    const away = await testWorld();
    await away.database.drop();
    serveWorld(away);
    const ready = await call('GET', '/api/health/ready');
    expect([ready.status, ready.headers.get('retry-after'), await ready.json()]).toEqual([
      503,
      '5',
      { status: 'unavailable' },
    ]);
    expect(await refused('GET', '/api/v1/export')).toMatchObject({ status: 503, json: { kind: 'database-away' } });
    serveWorld(small);
    await away.enpass.close();
  });
});
