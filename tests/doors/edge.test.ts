import type { IncomingHttpHeaders } from 'node:http';
import compression from 'next/dist/compiled/compression';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { AnswerLine } from '@/server/application';
import { edge, reachDoor } from '@/server/edge';
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

test('a script, a style or a font may do nothing at all', async () => {
  const { headers } = await ask('/_next/static/chunks/a.js');
  expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
  expect(headers.get('x-content-type-options')).toBe('nosniff');
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
      method: 'GET',
      path: '/set-up/…',
      from: '127.0.0.1',
      status: 200,
      tookMs: expect.any(Number),
    },
  ]);
});

test('a mistake of ours ends as an answer, not as a request that waits for ever', async () => {
  const said: string[] = [];
  const output = vi.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  const answer = await ask('/breaks');
  output.mockRestore();
  expect(answer.status).toBe(500);
  const line = JSON.parse(said.find((text) => text.includes('request-broke')) ?? '{}');
  expect(line).toMatchObject({ level: 'error', text: expect.stringContaining('a mistake of ours') });
  expect(line.requestId).toBe(answer.headers.get('x-request-id'));
  expect(await answer.text()).toContain(`Request: ${line.requestId}`);
});

test('a request is named by a proxy that is believed, if the name is well formed, else by the server', async () => {
  const named = async (trustedProxies: number, given: string) => {
    const other = await edgeServer(async (_, response) => void response.end(edge()?.id), { trustedProxies });
    const answer = await fetch(other.origin, { headers: { 'X-Request-Id': given } });
    const id = answer.headers.get('x-request-id');
    expect(await answer.text()).toBe(id);
    other.close();
    return id;
  };
  const ours = expect.stringMatching(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
  expect(await named(1, 'Root=1-67891233.abcdef:0@a+b')).toBe('Root=1-67891233.abcdef:0@a+b');
  expect(await named(0, 'Root=1-67891233-abcdef')).toEqual(ours);
  for (const bad of ['', 'short', 'x'.repeat(129), '<script>alert(1)</script>', 'two words here', 'a","msg":"forged'])
    expect(await named(1, bad), bad).toEqual(ours);
});

test.each([
  ['by its head', false],
  ['by its status', false],
  ['by its status, compressed', true],
])(
  'what an action cannot be read from is 400, what breaks behind a door stays 500: told %s',
  async (way, compressed) => {
    for (const isAtDoor of [false, true]) {
      const other = await edgeServer(async (request, response) => {
        // As Next does it.
        if (compressed) compression()(request, response, () => undefined);
        if (isAtDoor) reachDoor();
        if (way === 'by its head') response.writeHead(500, { 'Content-Type': 'text/plain' });
        else response.setHeader('Content-Type', 'text/plain').statusCode = 500;
        response.write(`1:E${'x'.repeat(5000)}`);
        await new Promise((later) => setTimeout(later, 20));
        response.end('{}');
      });
      const headers = { 'next-action': '00', origin: 'http://localhost:3000' };
      const answer = await fetch(other.origin, { method: 'POST', headers, body: '{' });
      expect(answer.status).toBe(isAtDoor ? 500 : 400);
      expect(await answer.text()).toMatch(isAtDoor ? /^1:Ex{5000}\{\}$/ : /^This could not be read\./);
      expect(answer.headers.get('content-encoding')).toBe(compressed && isAtDoor ? 'gzip' : null);
      expect(answer.headers.get('content-security-policy')).toContain('default-src');
      other.close();
    }
  },
);

test('an action that is read is answered whole, compressed and in pieces', async () => {
  const other = await edgeServer(async (request, response) => {
    compression()(request, response, () => undefined);
    reachDoor();
    response.setHeader('Content-Type', 'text/plain');
    for (const piece of ['a', 'b', 'c']) {
      response.write(piece.repeat(5000));
      await new Promise((later) => setTimeout(later, 20));
    }
    response.end('.');
  });
  const headers = { 'next-action': '00', origin: 'http://localhost:3000' };
  const answer = await fetch(other.origin, { method: 'POST', headers, body: '[]', signal: AbortSignal.timeout(5000) });
  expect(answer.headers.get('content-encoding')).toBe('gzip');
  expect(await answer.text()).toBe(`${'a'.repeat(5000)}${'b'.repeat(5000)}${'c'.repeat(5000)}.`);
  other.close();
});

// Next believes whoever has the keys of its build, and those of a release are in everybody's hands.
test('nobody speaks to Next as its own caches and previews do', async () => {
  const cookie = 'a=1; __prerender_bypass=key; b=2;__next_preview_data=key';
  await ask('/', { headers: { cookie, 'X-Prerender-Revalidate': 'key', 'x-next-revalidate-tag-token': 'key' } });
  expect(Object.keys(arrived).filter((name) => /revalidate/.test(name))).toEqual([]);
  expect(arrived.cookie).toBe('a=1; b=2');
  await ask('/', { headers: { cookie: '__prerender_bypass=key; theme=dark' } });
  expect(arrived.cookie).toBe('theme=dark');
  await ask('/', { headers: { cookie: '__prerender_bypass=key' } });
  expect(arrived.cookie).toBe('');
});
