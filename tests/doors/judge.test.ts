import { afterAll, beforeAll, expect, test } from 'vitest';
import { edgeServer } from '../support/edge-server';

let server: Awaited<ReturnType<typeof edgeServer>>;
beforeAll(async () => {
  server = await edgeServer(async (_, response) => void response.setHeader('x-middleware-next', '1').end());
});
afterAll(() => server.close());

const ask = (path: string, headers: Record<string, string>) => fetch(server.origin + path, { method: 'POST', headers });

const read = (path: string) => fetch(server.origin + path);

const told = async (answer: Response) => ({
  status: answer.status,
  type: answer.headers.get('content-type'),
  cached: answer.headers.get('cache-control'),
  body: await answer.text(),
});

const foreign = { origin: 'http://localhost:3001' };

test.each(['/', '/account', '/api/v1/docs', '/api/v1/docs/', '/api/auth/signout', '/apiary', '/API/v1/snapshots'])(
  'a form from another origin gets no further: %s',
  async (path) => {
    expect((await ask(path, { ...foreign, 'next-action': 'x' })).status).toBe(403);
  },
);

test.each([
  '/api',
  '/api/nothing-here',
  '/api/v1',
  '/api/v1/refresh',
  '/api/v1/nothing-here',
  '/api/metrics',
  '/api/health/live',
])('the API judges for itself, because bearer tokens need no proof: %s', async (path) => {
  expect((await ask(path, foreign)).headers.get('x-middleware-next')).toBe('1');
});

test.each(['/api/auth/signout', '/api/v1/docs'])(
  'a program is told in its own words where a form stops: %s',
  async (path) => {
    const { body, ...rest } = await told(await ask(path, foreign));
    expect(rest).toEqual({ status: 403, type: 'application/problem+json', cached: 'no-store' });
    expect(JSON.parse(body)).toMatchObject({ kind: 'cross-origin', status: 403 });
  },
);

test.each(['/api/v1/weeks/%E0%A4%A', '/api/v1/%', '/api/%ff'])(
  'a malformed address of the API is a problem: %s',
  async (path) => {
    const { body, ...rest } = await told(await read(path));
    expect(rest).toEqual({ status: 400, type: 'application/problem+json', cached: 'no-store' });
    expect(JSON.parse(body)).toMatchObject({ kind: 'malformed-address', status: 400 });
  },
);

test('a malformed address of a page is said in words', async () => {
  const answer = await told(await read('/weeks/%E0%A4%A'));
  expect(answer).toMatchObject({
    status: 400,
    type: 'text/plain; charset=utf-8',
    body: expect.stringMatching(/^This address is not well formed\.\nRequest: [\da-f-]{36}\n$/),
  });
});

test.each(['/icon.svg', '/robots.txt', '/.well-known/security.txt', '/_next/static/chunks/a.js', '/runs/template.csv'])(
  'a file takes nothing: %s',
  async (path) => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const answer = await fetch(server.origin + path, { method, headers: { 'sec-fetch-site': 'same-origin' } });
      expect([answer.status, answer.headers.get('allow')], method).toEqual([405, 'GET, HEAD']);
    }
  },
);

test.each(['/_next/image', '/_next/image?url=/settings&w=64&q=75', '/_next/image/', '/_global-error'])(
  'what Next has for itself is not there: %s',
  async (path) => {
    expect((await read(path)).status).toBe(404);
  },
);
