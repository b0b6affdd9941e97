import { NextResponse } from 'next/server';
import { expect, test } from 'vitest';
import { keepAttempt } from '@/app/_doors/enter/attempt-cookie';
import { comeFromProvider } from '@/app/_doors/enter/come-from-provider';
import { leaveForProvider } from '@/app/_doors/enter/leave-for-provider';
import { confirmByProvider } from '@/lib/services/access/confirm-by-provider';
import { viewSignIn } from '@/lib/services/access/view-sign-in';
import { cast } from '../../demo/cast';
import { asAda } from '../support/world';
import { cookieIn, errorOf, own, ssoPerTest } from './sso-world';

const sso = ssoPerTest();
const nora = { sub: 'nora-1', name: 'Nora Lind', email: 'nora@example.org', email_verified: true };
const actorOf: typeof sso.actorOf = (answer) => sso.actorOf(answer);

test('a way back works once, and only in the browser that left', async () => {
  await sso.add(cast.ada);
  let back = '';
  const keep = (url: URL) => {
    back = url.href;
    return url.href;
  };
  expect(cookieIn(await sso.arrive(nora, {}, { callback: keep }), 'authjs.session-token')).not.toBeNull();
  expect(errorOf(await comeFromProvider(new Request(back)))).toBe('attempt-over');
  expect(errorOf(await sso.arrive(nora, {}, { callback: () => back }))).toBe('attempt-over');
});

test('a code that nobody was given is no fault of the provider', async () => {
  await sso.add(cast.ada);
  const callback = (url: URL) => {
    url.searchParams.set('code', 'made-up');
    return url.href;
  };
  expect(errorOf(await sso.arrive(nora, {}, { callback }))).toBe('attempt-over');
  const view = await viewSignIn({ ...asAda(sso), ...sso.world }, {});
  expect(view.ok && view.value.fault).toBeNull();
});

test('who signs in over a live session leaves none behind', async () => {
  await sso.add(cast.ada);
  const first = await sso.arrive(nora);
  const cookie = cookieIn(first, 'authjs.session-token') ?? '';
  expect(await actorOf(await sso.arrive(nora, {}, { cookie }))).not.toBeNull();
  expect(await actorOf(first)).toBeNull();
});

test('who has to prove anew who they are is confirmed at the provider, and only as the same person', async () => {
  await sso.add(cast.ada);
  const came = await actorOf(await sso.arrive(nora));
  const session = came?.via && 'session' in came.via ? came.via.session : '';
  const ctx = came && { ...asAda(sso), ...sso.world, actor: came };
  sso.clock.forward(3_600_000);
  const beganAt = sso.clock.now();
  const confirmed = async () =>
    (await sso.database.prisma.session.findUnique({ where: { id: session } }))?.confirmedAt?.getTime() ===
    beganAt.getTime();
  const said = { issuer: sso.provider.issuer, subject: nora.sub, idToken: {}, userInfo: null, beganAt };
  if (ctx === null) throw new Error('not signed in');
  const tries = [
    { authenticatedAt: null },
    { authenticatedAt: new Date(0) },
    { subject: 'max-1', authenticatedAt: beganAt },
  ];
  for (const wrong of tries) {
    expect((await confirmByProvider(ctx, { ...said, ...wrong })).ok).toBe(false);
    expect(await confirmed()).toBe(false);
  }
  expect((await confirmByProvider(ctx, { ...said, authenticatedAt: beganAt })).ok).toBe(true);
  expect(await confirmed()).toBe(true);
});

test('the form of a confirmation leads to being asked anew, and nobody signed in nowhere', async () => {
  await sso.add(cast.ada);
  const session = cookieIn(await sso.arrive(nora), 'authjs.session-token') ?? '';
  const ask = (cookie: string) =>
    leaveForProvider(
      new Request(`${own}/api/auth/signin/oidc`, {
        method: 'POST',
        headers: { origin: own, cookie, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ callbackUrl: '/account', confirm: '1' }),
      }),
    );
  expect((await ask('')).status).toBe(401);
  const left = await ask(session);
  expect(new URL(left.headers.get('location') ?? '').searchParams.get('max_age')).toBe('0');
  expect(cookieIn(left, 'adoption.provider')).not.toBeNull();
});

test('the way to the provider and back confirms a session, when the provider asked anew', async () => {
  await sso.add(cast.ada);
  const first = await sso.arrive(nora);
  const cookie = cookieIn(first, 'authjs.session-token') ?? '';
  const [session] = await sso.database.prisma.session.findMany();
  const { oidc } = sso.world;
  if (oidc === null || session === undefined) throw new Error('no provider or no session');
  for (const [auth_time, expected] of [
    [0, session.confirmedAt],
    [Math.floor(Date.now() / 1000), new Date(sso.clock.now().getTime() + 2000)],
  ] as const) {
    sso.clock.forward(1000);
    const begun = await oidc.begin({ redirectUri: `${own}/api/auth/callback/oidc`, anew: true });
    if (!begun.ok) throw new Error(begun.failure.cause);
    expect(new URL(begun.value.url).searchParams.get('max_age')).toBe('0');
    const left = new NextResponse();
    await keepAttempt(left, { ...begun.value.attempt, to: '/account', confirms: session.id }, sso.world.config);
    sso.provider.become(nora, { idToken: { auth_time } });
    const back = (await fetch(begun.value.url, { redirect: 'manual' })).headers.get('location') ?? '';
    const headers = { cookie: `${cookieIn(left, 'adoption.provider')}; ${cookie}` };
    const answer = await comeFromProvider(new Request(back, { headers }));
    expect(answer.headers.get('location')).toBe(`${own}/account`);
    const [row] = await sso.database.prisma.session.findMany();
    expect(row?.confirmedAt).toEqual(expected);
  }
});

test('the provider describes itself once for many sign-ins, and anew after it failed', async () => {
  await sso.add(cast.ada);
  const count = () => sso.provider.asked.filter((path) => path.includes('openid-configuration')).length;
  const before = count();
  await sso.arrive(nora, { at: { discovery: (response) => response.writeHead(500).end() } });
  await sso.arrive(nora);
  await sso.arrive(nora);
  expect(count() - before).toBe(2);
});

test('admins read the last fault and whether it is over; the secret is nowhere in it', async () => {
  await sso.add(cast.ada);
  const view = async () => {
    const seen = await viewSignIn({ ...asAda(sso), ...sso.world }, {});
    if (!seen.ok) throw new Error(seen.failure.kind);
    return seen.value;
  };
  await sso.arrive(nora, { foreignKey: true });
  expect((await view()).fault).toMatchObject({ kind: 'answer-refused', hasWorkedSince: false });
  sso.clock.forward(1000);
  await sso.arrive(nora);
  expect((await view()).fault).toMatchObject({ hasWorkedSince: true });
  expect((await view()).people.find(({ name }) => name === 'Nora Lind')).toMatchObject({ isLinked: true });
  expect(JSON.stringify(await view())).not.toContain(sso.provider.clientSecret);
});

const press = (headers: Record<string, string>, body: Record<string, string> = {}) =>
  leaveForProvider(
    new Request(`${own}/api/auth/signin/oidc`, { method: 'POST', headers, body: new URLSearchParams(body) }),
  );

test('the button’s form comes from our own pages, or brings the token that goes with its cookie', async () => {
  await sso.add(cast.ada);
  const { createHash } = await import('node:crypto');
  const hash = createHash('sha256').update(`t${sso.world.config.authSecret}`).digest('hex');
  const cookie = `__Host-authjs.csrf-token=t%7C${hash}`;
  expect((await press({})).status).toBe(403);
  expect((await press({ origin: 'https://evil.example' })).status).toBe(403);
  expect((await press({ cookie }, { csrfToken: 'u' })).status).toBe(403);
  expect((await press({ cookie }, { csrfToken: 't' })).status).toBe(303);
  expect((await press({ origin: own })).status).toBe(303);
});

test('a browser without a script goes on by a page of ours, a program by a redirect', async () => {
  await sso.add(cast.ada);
  const page = await press({ origin: own, accept: 'text/html,*/*' });
  expect(page.status).toBe(200);
  expect(await page.text()).toMatch(
    /http-equiv="refresh" content="0; url=http:\/\/127[^"]+&amp;code_challenge_method=S256/,
  );
  const program = await press({ origin: own, 'x-auth-return-redirect': '1' });
  expect(await program.json()).toEqual({ url: expect.stringContaining('/authorize?') });
});

test.each(['https://evil.example/', '//evil.example', '/sign-in', '/api/v1/export'])(
  '%s is no place to go on to',
  async (to) => {
    await sso.add(cast.ada);
    expect((await sso.arrive(nora, {}, { to })).headers.get('location')).toBe(`${own}/`);
  },
);
