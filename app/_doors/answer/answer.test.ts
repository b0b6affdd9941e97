import { expect, test } from 'vitest';
import { isDatabaseAway } from '@/lib/services/parts/database-away';
import { answer, problem } from './answer';
import { type ProblemKind, problems } from './problems';

const kinds = Object.keys(problems) as ProblemKind[];

test('what worked is JSON that nobody keeps', async () => {
  const response = answer({ ok: true, value: { day: '2026-11-23', secret: 1 } }, ({ day }) => ({ day }));
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('application/json');
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(await response.json()).toEqual({ day: '2026-11-23' });
});

test.each(kinds)('%s is a problem with a stable kind, in words', async (kind) => {
  const response = answer({ ok: false, failure: { kind } });
  expect(response.status).toBe(problems[kind].status);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(response.headers.get('cache-control')).toBe('no-store');
  const body = await response.json();
  expect(body).toMatchObject({ kind, status: response.status });
  expect(body.title.length).toBeGreaterThan(0);
  expect(body.detail).toMatch(/\.$/);
});

test.each([
  ['not-signed-in', 401],
  ['not-allowed', 403],
  ['cross-origin', 403],
  ['not-found', 404],
  ['link-expired', 404],
  ['no-connection', 409],
  ['last-admin', 409],
  ['invalid-input', 422],
  ['too-many', 429],
  ['database-away', 503],
] as const)('%s is %i', (kind, status) => expect(problems[kind].status).toBe(status));

test('wrong fields are named', async () => {
  const errors = [{ path: 'name', message: 'Enter a name.' }];
  expect(await answer({ ok: false, failure: { kind: 'invalid-input', errors } }).json()).toMatchObject({ errors });
});

test('who has to wait is told how long', () => {
  const halted = answer({ ok: false, failure: { kind: 'too-many', retryAfterSeconds: 17 } });
  expect(halted.headers.get('retry-after')).toBe('17');
  expect(answer({ ok: false, failure: { kind: 'database-away' } }).headers.get('retry-after')).toBe('5');
  expect(answer({ ok: false, failure: { kind: 'not-found' } }).headers.get('retry-after')).toBeNull();
});

test('a problem may carry more, but never its own status', async () => {
  const response = problem({
    status: 502,
    kind: 'timed-out',
    title: 'No answer',
    detail: 'Wait.',
    more: { run: { id: 'r' } },
  });
  expect(await response.json()).toMatchObject({ kind: 'timed-out', status: 502, run: { id: 'r' } });
});

test('a database that is away is known by its name, however deep it is wrapped', () => {
  const away = Object.assign(new Error('x'), { name: 'DatabaseUnavailable' });
  expect(isDatabaseAway(away)).toBe(true);
  expect(isDatabaseAway(new Error('outer', { cause: new Error('inner', { cause: away }) }))).toBe(true);
  expect(isDatabaseAway(new Error('next-auth', { cause: { err: away } }))).toBe(true);
  expect(isDatabaseAway(new Error('another'))).toBe(false);
  expect(isDatabaseAway('DatabaseUnavailable')).toBe(false);
});
