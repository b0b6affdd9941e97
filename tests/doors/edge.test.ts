import type { IncomingHttpHeaders } from 'node:http';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { AnswerLine } from '@/server/application';
import { edge } from '@/server/edge';
import { edgeServer } from '../support/edge-server';

let arrived: IncomingHttpHeaders = {};
let askedPath: string | undefined;
let away = false;
let asked = 0;
const lines: AnswerLine[] = [];
let server: Awaited<ReturnType<typeof edgeServer>>;
beforeAll(async () => {
  server = await edgeServer(
    async (request, response) => {
      if (request.url === '/breaks') throw new Error('a mistake of ours');
      arrived = request.headers;
      askedPath = edge()?.path;
      response.end();
    },
    {
      databaseAnswers: async () => {
        asked += 1;
        return !away;
      },
      logAnswer: (line) => lines.push(line),
    },
  );
});
afterAll(() => server.close());

const ask = (path: string, init: RequestInit = {}) => fetch(server.origin + path, init);

test('every answer has a policy with a nonce of its own, and Next is told the same one', async () => {
  const policies = new Set<string>();
  for (let time = 0; time < 20; time++) {
    const { headers } = await ask('/', { headers: { 'Content-Security-Policy': "script-src 'nonce-mine'" } });
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/'nonce-[\w+/]{22}=='/);
    expect(arrived['content-security-policy']).toBe(policy);
    expect(headers.get('x-frame-options')).toBe('DENY');
    policies.add(policy);
  }
  expect(policies.size).toBe(20);
});

test('what is refused before Next carries the same headers', async () => {
  const refused = [await ask('/%ff'), await ask('/', { method: 'PROPFIND' }), await ask('/', { method: 'POST' })];
  expect(refused.map(({ status }) => status)).toEqual([400, 405, 403]);
  for (const { headers } of refused) {
    expect(headers.get('content-security-policy')).toMatch(/'nonce-[\w+/]{22}=='/);
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('cache-control')).toBe('no-store');
  }
});

test('where a visitor wanted to go is not theirs to say', async () => {
  await ask('/weeks?cursor=a&_rsc=b1c', { headers: { 'x-asked-path': '/elsewhere' } });
  expect(askedPath).toBe('/weeks?cursor=a');
  await ask('/weeks?_rsc=b1c');
  expect(askedPath).toBe('/weeks');
});

test.each(['/', '/settings/people', '/api/auth/signout'])(
  'whoever vouches for themselves is not believed: %s',
  async (path) => {
    const forged = { 'x-vouched': '1', 'x-forwarded-host': 'evil.example', origin: 'https://evil.example' };
    expect((await ask(path, { method: 'POST', headers: forged })).status).toBe(403);
  },
);

test('Next takes the host of a form of our own for its own', async () => {
  const own = { origin: 'http://localhost:3000', 'x-forwarded-host': 'evil.example' };
  expect((await ask('/', { method: 'POST', headers: own })).status).toBe(200);
  expect(arrived['x-forwarded-host']).toBe('localhost:3000');
});

test('a page is judged again as soon as the database has not answered for a second', async () => {
  await ask('/');
  const before = asked;
  await ask('/');
  expect(asked).toBe(before);
  await new Promise((later) => setTimeout(later, 1100));
  away = true;
  const page = await ask('/');
  expect([page.status, page.headers.get('retry-after')]).toEqual([503, '5']);
  expect(await page.text()).toContain('The database does not answer');
  expect((await ask('/api/v1/latest')).status).toBe(200);
  away = false;
  expect((await ask('/')).status).toBe(200);
});

test('a log line tells what was asked and answered, and no secret of it', async () => {
  lines.length = 0;
  await ask(`/set-up/${'x'.repeat(43)}?q=secret`);
  await expect.poll(() => lines).toHaveLength(1);
  expect(lines).toEqual([
    {
      id: expect.stringMatching(/^[\da-f-]{36}$/),
      method: 'GET',
      path: '/set-up/…',
      status: 200,
      tookMs: expect.any(Number),
    },
  ]);
});

test('a mistake of ours ends as an answer, not as a request that waits for ever', async () => {
  const complaints = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  expect((await ask('/breaks')).status).toBe(500);
  expect(complaints).toHaveBeenCalledWith(expect.stringContaining('a mistake of ours'));
  complaints.mockRestore();
});
