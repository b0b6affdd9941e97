import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { config } from '@/proxy';
import { answered } from '@/server/database-liveness';
import { armourAnswers, vouched } from '@/server/install-security-headers';

let arrived: IncomingHttpHeaders = {};
const server = createServer((request, response) => {
  arrived = request.headers;
  response.end();
});
let origin: string;
beforeAll(async () => {
  armourAnswers();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
});
afterAll(() => void server.close());

const ask = (path: string, init: RequestInit = {}) => fetch(origin + path, init);

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

test('where a visitor wanted to go is not theirs to say', async () => {
  await ask('/weeks?cursor=a&_rsc=b1c', { headers: { 'x-asked-path': '/elsewhere' } });
  expect(arrived['x-asked-path']).toBe('/weeks?cursor=a');
  await ask('/weeks?_rsc=b1c');
  expect(arrived['x-asked-path']).toBe('/weeks');
});

test('the proxy leaves alone what is vouched for, and nothing else', () => {
  expect(config.matcher).toEqual([{ source: expect.any(String), missing: [{ type: 'header', key: vouched }] }]);
});

test.each([
  ['GET', '/', true],
  ['GET', '/weeks?cursor=a', true],
  ['HEAD', '/api/v1/latest', true],
  ['GET', '/weeks/%ff', false],
  ['POST', '/', false],
  ['PUT', '/api/v1/targets/x', false],
  ['DELETE', '/', false],
  ['OPTIONS', '/', false],
])('whoever vouches for themselves is not believed: %s %s', async (method, path, plain) => {
  answered();
  await ask(path, { method, headers: { [vouched]: 'by me' } });
  expect(arrived[vouched]).toBe(plain ? '1' : undefined);
});

test('a page is judged again as soon as the database has not answered for a second', async () => {
  answered();
  await new Promise((later) => setTimeout(later, 1100));
  await ask('/');
  expect(arrived[vouched]).toBeUndefined();
  await ask('/api/v1/latest');
  expect(arrived[vouched]).toBe('1');
});
