import { encode } from 'next-auth/jwt';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { answerJson } from '@/app/_doors/answer/answer';
import { apiRoute } from '@/app/_doors/enter/enter-api';
import { createOwnToken } from '@/lib/services/tokens/create-token';
import { cast } from '../../demo/cast';
import { peoplePerTest } from '../services/people/people-world';

const held = Symbol.for('enpass-adoption.world');
const shared = globalThis as typeof globalThis & { [held]?: unknown };
const own = 'https://adoption.example';
const cookieName = '__Host-authjs.session-token';

const people = peoplePerTest({ members: [cast.ada, cast.vera] });
let session: string;

beforeEach(async () => {
  shared[held] = { world: Promise.resolve(people.world), stopping: new AbortController() };
  const { authSecret: secret } = people.world.config;
  session = `${cookieName}=${await encode({ token: { secret: await people.open(cast.ada.email) }, secret, salt: cookieName })}`;
});

afterEach(() => {
  delete shared[held];
});

const route = apiRoute(async ({ actor }) => answerJson(actor.kind === 'person' ? actor.name : actor.kind));
const ask = (headers: Record<string, string> = {}, method = 'GET') =>
  route(new Request(`${own}/api/v1/things`, { method, headers }), { params: Promise.resolve({}) });
const kindOf = async (answer: Response) => ((await answer.json()) as { kind: string }).kind;
const tokenOf = async (email: string, more: object = {}) => {
  const ctx = await people.ctxOf(await people.open(email));
  const made = ctx && (await createOwnToken(ctx, { name: 'Test', ...more }));
  if (!made?.ok) throw new Error('no token');
  return made.value.token;
};

test('a session comes in by its cookie', async () => {
  expect(await (await ask({ cookie: session })).json()).toBe(cast.ada.name);
});

test('a token comes in by its header', async () => {
  const answer = await ask({ authorization: `Bearer ${await tokenOf(cast.vera.email)}` });
  expect(await answer.json()).toBe(cast.vera.name);
});

test.each([
  ['nothing', {}],
  ['an empty header', { authorization: '' }],
  ['another scheme', { authorization: 'Basic YWRhOmFkYQ==' }],
  ['a token nobody made', { authorization: `Bearer ea_${'A'.repeat(43)}` }],
  ['a token without its prefix', { authorization: `Bearer ${'A'.repeat(43)}` }],
  ['a cookie nobody sealed', { cookie: `${cookieName}=eyJhbGciOiJkaXIifQ..x.y.z` }],
  ['an empty cookie', { cookie: `${cookieName}=` }],
])('%s is nobody', async (_, headers: Record<string, string>) => {
  const answer = await ask(headers);
  expect(answer.status).toBe(401);
  expect(answer.headers.get('www-authenticate')).toBe('Bearer');
  expect(await kindOf(answer)).toBe('not-signed-in');
});

test('a session’s sealed cookie is no bearer token', async () => {
  expect((await ask({ authorization: `Bearer ${session.slice(cookieName.length + 1)}` })).status).toBe(401);
});

test('a token that is not good is not helped by a session that is', async () => {
  expect((await ask({ authorization: 'Bearer ea_x', cookie: session })).status).toBe(401);
});

test.each(['POST', 'PUT', 'PATCH', 'DELETE'])('%s with a session needs to come from our own pages', async (method) => {
  const from = (headers: Record<string, string>) => ask({ cookie: session, ...headers }, method);
  expect((await from({ origin: own })).status).toBe(200);
  expect((await from({ 'sec-fetch-site': 'same-origin' })).status).toBe(200);
  const foreign = [
    {},
    { origin: 'null' },
    { origin: 'https://adoption.example:8443' },
    { origin: 'http://adoption.example' },
    { origin: 'https://evil.example' },
    { 'sec-fetch-site': 'cross-site' },
  ];
  for (const headers of foreign) {
    const answer = await from(headers);
    expect([answer.status, await kindOf(answer)]).toEqual([403, 'cross-origin']);
  }
  expect((await people.actions()).filter((action) => action === 'denied')).toHaveLength(foreign.length);
});

test('a token needs no such proof', async () => {
  const authorization = `Bearer ${await tokenOf(cast.ada.email)}`;
  expect((await ask({ authorization }, 'POST')).status).toBe(200);
  expect((await ask({ authorization, origin: 'https://evil.example' }, 'POST')).status).toBe(200);
});

test('beyond its calls a minute a token waits, others do not', async () => {
  const { apiPerMinute } = people.world.config;
  const authorization = `Bearer ${await tokenOf(cast.ada.email)}`;
  for (let call = 0; call < apiPerMinute; call += 1)
    await people.world.limits.apiCalls.check((await idOf(authorization)) ?? '');
  const halted = await ask({ authorization });
  expect([halted.status, await kindOf(halted)]).toEqual([429, 'too-many']);
  expect(Number(halted.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await ask({ authorization: `Bearer ${await tokenOf(cast.vera.email)}` })).status).toBe(200);
});

const idOf = async (authorization: string) => {
  const [token] = await people.world.store.tokens.all('first');
  return authorization && token?.id;
};

test('what breaks inside is a problem without its inside', async () => {
  const broken = apiRoute(async () => {
    throw new Error('SELECT secret FROM table');
  });
  const answer = await broken(new Request(own, { headers: { cookie: session } }), { params: Promise.resolve({}) });
  expect(answer.status).toBe(500);
  expect(await answer.text()).not.toContain('SELECT');
});

test('a database that is away is 503, with the time to wait', async () => {
  const away = apiRoute(async () => {
    throw Object.assign(new Error('gone'), { name: 'DatabaseUnavailable' });
  });
  const answer = await away(new Request(own, { headers: { cookie: session } }), { params: Promise.resolve({}) });
  expect([answer.status, await kindOf(answer)]).toEqual([503, 'database-away']);
  expect(answer.headers.get('retry-after')).toBe('5');
});
