import { expect, test } from 'vitest';
import { viewSignIn } from '@/lib/services/access/view-sign-in';
import { disablePerson } from '@/lib/services/people/disable-person';
import { enablePerson } from '@/lib/services/people/enable-person';
import { cast } from '../../demo/cast';
import { asAda } from '../support/world';
import { errorOf, own, ssoPerTest } from './sso-world';

const sso = ssoPerTest();
const nora = { sub: 'nora-1', name: 'Nora Lind', email: 'Nora@example.org', email_verified: true };
const max = { sub: 'max-1', name: 'Max', email: cast.max.email, email_verified: true };
const ada = { sub: 'ada-1', name: 'Ada', email: cast.ada.email, email_verified: true };
const roles = (...values: string[]) => ({ idToken: { roles: values } });
const mapped = {
  claim: 'roles',
  map: new Map([
    ['a', 'admin'],
    ['o', 'ops'],
    ['m', 'manager'],
  ] as const),
};

const actorOf: typeof sso.actorOf = (answer) => sso.actorOf(answer);
const roleOf = async (...way: Parameters<typeof sso.arrive>) => (await actorOf(await sso.arrive(...way)))?.role ?? null;
const actions = async () => {
  const entries = await sso.world.store.audit.page('first', { limit: 100, beforeSeq: null });
  return entries.flatMap(({ action, times }) => Array<string>(times).fill(action)).reverse();
};

test('a newcomer gets the default role, and goes on to the page they asked for', async () => {
  await sso.add(cast.ada);
  const before = sso.hashed();
  const answer = await sso.arrive(nora, {}, { to: '/trends?metric=usage' });
  expect(answer.headers.get('location')).toBe(`${own}/trends?metric=usage`);
  expect(await actorOf(answer)).toMatchObject({ email: 'nora@example.org', name: 'Nora Lind', role: 'viewer' });
  expect(await actions()).toEqual(['person-added', 'identity-linked', 'signed-in']);
  expect(sso.hashed()).toBe(before);
});

test('the session says how its owner came in, and that they proved it just now', async () => {
  await sso.add(cast.ada);
  await sso.arrive(nora);
  const rows = await sso.database.prisma.session.findMany();
  expect(rows).toMatchObject([{ signedInBy: 'sso', confirmedAt: sso.clock.now(), userAgent: 'Vitest' }]);
});

test('somebody who is linked comes into the same account, whatever their address and name have become', async () => {
  await sso.add(cast.ada);
  const first = await actorOf(await sso.arrive(nora));
  const again = await actorOf(await sso.arrive({ ...nora, name: 'Nora Berg', email: 'nora.berg@example.org' }));
  expect(again?.id).toBe(first?.id);
});

test('an address joins an account that was never linked, once', async () => {
  await sso.add(cast.ada);
  await sso.add(cast.max);
  expect((await actorOf(await sso.arrive(max)))?.id).toBe(cast.max.id);
  expect(errorOf(await sso.arrive({ ...max, sub: 'max-2' }))).toBe('ask-admin');
  expect(await actions()).toEqual(['identity-linked', 'signed-in', 'link-refused']);
});

test('an address joins no account of a break-glass admin', async () => {
  await sso.add(cast.ada, { isBreakGlass: true });
  expect(errorOf(await sso.arrive(ada))).toBe('ask-admin');
  expect(await sso.world.store.identities.of(cast.ada.id)).toEqual([]);
});

test('the subject of another issuer is another person', async () => {
  await sso.add(cast.ada);
  await sso.add(cast.max);
  const elsewhere = { issuer: 'https://other.example', subject: max.sub };
  await sso.world.store.identities.link({ ...elsewhere, userId: cast.ada.id, linkedAt: sso.clock.now() });
  expect((await actorOf(await sso.arrive(max)))?.id).toBe(cast.max.id);
});

test('two first sign-ins at the same moment make one account', async () => {
  await sso.add(cast.ada);
  const answers = await Promise.all([sso.arrive(nora), sso.arrive(nora), sso.arrive(nora)]);
  const ids = new Set(await Promise.all(answers.map(async (answer) => (await actorOf(answer))?.id)));
  expect(ids.size).toBe(1);
  expect([...ids][0]).toBeDefined();
});

test('an invited person becomes active, and their link is over', async () => {
  await sso.add(cast.ada);
  await sso.add(cast.max, { status: 'invited' });
  sso.settle({ provider: { defaultRole: 'none' } });
  expect((await actorOf(await sso.arrive(max)))?.role).toBe('manager');
  expect((await sso.world.store.people.byId('first', cast.max.id))?.status).toBe('active');
});

test('nobody comes before set-up, and with the role none nobody who is not among the people', async () => {
  expect(errorOf(await sso.arrive(nora))).toBe('not-invited');
  await sso.add(cast.ada);
  sso.settle({ provider: { defaultRole: 'none' } });
  expect(errorOf(await sso.arrive(nora))).toBe('not-invited');
  sso.settle({ provider: { defaultRole: 'none', roles: mapped } });
  expect(errorOf(await sso.arrive(nora, roles('x')))).toBe('not-invited');
  expect(await roleOf(nora, roles('o'))).toBe('ops');
});

test('disabled people stay out, and whoever is enabled again comes in as before', async () => {
  await sso.add(cast.ada);
  const came = await actorOf(await sso.arrive(nora));
  await disablePerson(asAda(sso), { person: came?.id });
  expect(errorOf(await sso.arrive(nora))).toBe('person-disabled');
  await enablePerson(asAda(sso), { person: came?.id });
  expect((await actorOf(await sso.arrive(nora)))?.id).toBe(came?.id);
});

test('the highest role that the provider says holds at every sign-in', async () => {
  await sso.add(cast.ada);
  sso.settle({ provider: { roles: mapped } });
  expect(await roleOf(nora, roles('m', 'x', 'o'))).toBe('ops');
  expect(await roleOf(nora, roles('m'))).toBe('manager');
  expect(await roleOf(nora, { userInfo: { roles: 'a' } })).toBe('admin');
  expect(await roleOf(nora, roles())).toBe('viewer');
  sso.settle({ provider: { roles: mapped, defaultRole: 'none' } });
  expect(errorOf(await sso.arrive(nora, roles()))).toBe('no-role');
});

test('a role that changed ends the sessions of before', async () => {
  await sso.add(cast.ada);
  sso.settle({ provider: { roles: mapped } });
  const before = await sso.arrive(nora, roles('o'));
  await sso.arrive(nora, roles('m'));
  expect(await actorOf(before)).toBeNull();
});

test('the last admin stays one, is let in, and admins are told', async () => {
  await sso.add(cast.ada);
  sso.settle({ provider: { roles: mapped, defaultRole: 'none' } });
  expect(await roleOf(ada, roles('m'))).toBe('admin');
  expect(await roleOf(ada, roles())).toBe('admin');
  expect((await actions()).filter((action) => action === 'role-kept')).toHaveLength(2);
  const view = await viewSignIn({ ...asAda(sso), ...sso.world }, {});
  expect(view.ok && view.value.roleKept).toMatchObject({ name: cast.ada.name, wanted: 'none' });
  await sso.add({ ...cast.max, role: 'admin' });
  expect(await roleOf(ada, roles('m'))).toBe('manager');
});

test('domains are judged at every sign-in, exactly and in any letter case', async () => {
  await sso.add(cast.ada);
  sso.settle({ provider: { domains: ['example.org'] } });
  expect(await roleOf({ ...nora, email: 'Nora@Example.ORG' })).toBe('viewer');
  for (const email of ['nora@sub.example.org', 'nora@example.org.evil.example', 'example.org@evil.example']) {
    expect(errorOf(await sso.arrive({ ...nora, email }))).toBe('domain-refused');
  }
});

test('a provider that is trusted with addresses need not mark them, but may not deny them', async () => {
  await sso.add(cast.ada);
  sso.settle({ provider: { trustEmail: true } });
  expect(await roleOf({ ...nora, email_verified: undefined })).toBe('viewer');
  for (const email_verified of [false, 'false', 0]) {
    expect(errorOf(await sso.arrive({ ...nora, email_verified }))).toBe('email-unverified');
  }
});

test('with single sign-on alone a right password is told from a wrong one by nothing, but for break-glass admins', async () => {
  await sso.add(cast.ada, { isBreakGlass: true });
  await sso.add(cast.max);
  sso.settle({ mode: 'sso' });
  const before = sso.hashed();
  expect(await sso.guess(cast.max.email)).toBe(false);
  expect(await sso.guess(cast.max.email, 'a wrong one')).toBe(false);
  expect(sso.hashed()).toBe(before + 2);
  expect(await actions()).toEqual(['sign-in-refused', 'sign-in-refused']);
  expect(await sso.guess(cast.ada.email)).toBe(true);
  expect((await actorOf(await sso.arrive(max)))?.id).toBe(cast.max.id);
});
