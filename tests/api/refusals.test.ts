import { describe, expect, test } from 'vitest';
import { saveConnection } from '@/lib/services/connection/save-connection';
import { asAda, type TestWorld } from '../support/world';
import { apiWorld, halfAYear } from './api-world';

/** With a saved connection, so that only its base URL can be missing. */
const connected = async (world: TestWorld) => {
  await halfAYear(world);
  await saveConnection(asAda(world), { baseUrl: world.enpass.url, token: world.enpass.token });
};

const { tokens, cookies, refused } = apiWorld({ asks: 'max', furnish: connected });

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
  ])('%s %s names %s', async (method, path, field) => {
    const { status, json } = await refused(method, path, { token: tokens.ada });
    expect(status).toBe(422);
    expect(json).toMatchObject({ kind: 'invalid-input', errors: [{ path: field }] });
  });

  test('PUT /connection names baseUrl', async () => {
    const { status, json } = await refused('PUT', '/connection', { cookie: cookies.ada });
    expect(status).toBe(422);
    expect(json).toMatchObject({ kind: 'invalid-input', errors: [{ path: 'baseUrl' }] });
  });

  test.each([
    ['nothing that is JSON', 'not JSON {'],
    ['a list', '[]'],
    ['null', 'null'],
    ['more than it needs', `{"baseUrl":"${'x'.repeat(70_000)}"}`],
    ['numbers for text', '{"baseUrl":1,"token":2}'],
    ['half a character', '{"baseUrl":"https://enpass.example/\\ud800","token":"long-enough-token"}'],
  ])('a body of %s', async (_, body) => {
    expect(await refused('PUT', '/connection', { body, cookie: cookies.ada })).toMatchObject({ status: 422 });
  });

  test('a run that is not there is 404', async () => {
    expect(await refused('GET', '/runs/nobody-made-this', { token: tokens.ada })).toMatchObject({ status: 404 });
  });
});

describe('bad input, other roles and small scopes are refused in words', () => {
  test.each([
    ['GET', '/trends?metric=nonsense', 'metric'],
    ['GET', '/trends', 'metric'],
    ['GET', '/trends?metric=adoption&metric=usage', 'metric'],
    ['GET', '/trends?metric=adoption&from=2026-02-02&to=2026-02-01', 'to'],
    ['GET', '/trends?metric=adoption&from=1900-01-01&to=2900-01-01', 'from'],
    ['GET', '/trends?metric=adoption&from=2000-01-01&to=2026-01-01&interval=day', 'interval'],
    ['GET', '/weeks/2026-W60', 'week'],
    ['GET', '/weeks/%00', 'week'],
    ['GET', '/weeks?cursor=2026-W60', 'cursor'],
    ['GET', '/weeks/2027-W53/review', 'week'],
    ['GET', '/weeks/2026-W47/review/revisions/0', 'number'],
    ['GET', '/weeks/2026-W47/review/revisions/x', 'number'],
    ['PUT', '/weeks/2026-W47/review', 'happened'],
    ['POST', '/weeks/2026-W46/review/complete', 'version'],
    ['POST', '/targets', 'metric'],
    ['GET', '/targets?cursor=nobody', 'cursor'],
    ['GET', '/annotations?from=2026-02-02&to=2026-02-01', 'to'],
    ['POST', '/annotations', 'from'],
    ['GET', '/annotations/a%00b', 'id'],
  ])('%s %s names %s', async (method, path, field) => {
    const { status, json } = await refused(method, path);
    expect(status).toBe(422);
    expect((json as { errors: { path: string }[] }).errors.map((error) => error.path)).toContain(field);
  });

  test.each([
    ['GET', '/weeks/2026-W20'],
    ['GET', '/weeks/2026-W49'],
    ['GET', '/weeks/2026-W49/review'],
    ['GET', '/weeks/2026-W46/review/revisions/1'],
    ['GET', '/targets/nobody-made-this'],
    ['DELETE', '/targets/nobody-made-this'],
    ['DELETE', '/annotations/nobody-made-this'],
  ])('%s %s is 404', async (method, path) => {
    expect(await refused(method, path)).toMatchObject({ status: 404 });
  });

  test.each([
    ['GET', '/weeks/2026-W46/review'],
    ['PUT', '/weeks/2026-W46/review'],
    ['POST', '/weeks/2026-W46/review/complete'],
    ['POST', '/weeks/2026-W46/review/reopen'],
    ['POST', '/targets'],
    ['DELETE', '/targets/any'],
    ['POST', '/annotations'],
    ['PATCH', '/annotations/any'],
  ])('%s %s is 403 for a viewer, and for a manager’s token that only reads', async (method, path) => {
    expect(await refused(method, path, { token: tokens.vera })).toMatchObject({ status: 403 });
    expect(await refused(method, path, { token: tokens.reader })).toMatchObject({ status: 403 });
  });

  test.each(['[]', 'null', '1', 'not JSON'])('a body of %s is 422', async (body) => {
    expect(await refused('PUT', '/weeks/2026-W46/review', { body })).toMatchObject({ status: 422 });
    expect(await refused('POST', '/annotations', { body })).toMatchObject({ status: 422 });
  });

  test('the week we are in cannot be completed', async () => {
    const at = { week: '2026-W48' };
    expect(await refused('POST', '/weeks/{week}/review/complete', { at, body: { version: 0 } })).toMatchObject({
      status: 409,
      json: { kind: 'week-unfinished' },
    });
  });
});
