import { expect, test } from 'vitest';
import { setPassword } from '@/lib/services/access/set-password';
import { signIn } from '@/lib/services/access/sign-in';
import { signOut } from '@/lib/services/access/sign-out';
import type { World } from '@/lib/services/context';
import { disablePerson } from '@/lib/services/people/disable-person';
import { invitePerson } from '@/lib/services/people/invite-person';
import { cast, castPassword } from '../../../demo/cast';
import { organisationId, peoplePerTest } from '../people/people-world';

const people = peoplePerTest({ members: [cast.ada, cast.vera] });

test('the right password opens a session, however the address is written', async () => {
  const opened = await people.guess(' ADA@Example.org ', castPassword);
  expect(opened.ok && opened.value.person.name).toBe(cast.ada.name);
  const ctx = await people.ctxOf(opened.ok ? opened.value.secret : '');
  expect(ctx?.actor).toMatchObject({ kind: 'person', email: cast.ada.email, role: 'admin' });
  expect((await people.actions()).at(-1)).toBe('signed-in');
});

test('the database holds no secret that opens a session', async () => {
  const secret = await people.open(cast.ada.email);
  const owner = await people.world.store.people.byEmail(organisationId, cast.ada.email);
  const [session] = await people.world.store.sessions.live(owner?.id ?? '', people.world.clock.now());
  expect(session?.id).toMatch(/^[0-9a-f]{64}$/);
  expect(session?.id).not.toContain(secret);
  expect(await people.ctxOf(session?.id ?? '')).toBeNull();
});

test('wrong, unknown, disabled and not yet there are told apart by nothing', async () => {
  await disablePerson(people.cli, { person: cast.vera.email });
  await invitePerson(people.cli, { email: cast.max.email, name: cast.max.name, role: 'manager' });
  const answers = await Promise.all([
    people.guess(cast.ada.email, 'not her password'),
    people.guess('nobody@example.org', castPassword),
    people.guess(cast.vera.email, castPassword),
    people.guess(cast.max.email, castPassword),
  ]);
  for (const answer of answers) expect(answer).toEqual({ ok: false, failure: { kind: 'wrong-credentials' } });
  expect((await people.actions()).filter((action) => action === 'sign-in-refused')).toHaveLength(4);
});

test('a guess at an unknown address leaves no trace of what was typed', async () => {
  await people.guess('my password by mistake', 'x');
  const [entry] = await people.world.store.audit.page(organisationId, { limit: 1, beforeSeq: null });
  expect(JSON.stringify(entry)).not.toContain('by mistake');
});

test('ten guesses are evaluated, however many come at once and from however many processes', async () => {
  let evaluated = 0;
  const counting: World['passwords'] = {
    ...people.world.passwords,
    verify: (hash, password) => {
      evaluated += 1;
      return people.world.passwords.verify(hash, password);
    },
  };
  const processes = [1, 2, 3].map(() => ({ ...people.world, passwords: counting, limits: people.limits() }));
  const guesses = processes.flatMap((process) =>
    Array.from({ length: 8 }, () => people.guess(cast.ada.email, 'wrong guess', process)),
  );
  const answers = await Promise.all(guesses);
  expect(evaluated).toBe(10);
  expect(answers.filter((answer) => !answer.ok && answer.failure.kind === 'too-many')).toHaveLength(14);
});

test('after ten wrong guesses the right password waits, too, and other accounts do not', async () => {
  for (let guess = 0; guess < 10; guess += 1) await people.guess(cast.ada.email, 'wrong guess');
  const halted = await people.guess(cast.ada.email, castPassword);
  expect(halted).toMatchObject({ ok: false, failure: { kind: 'too-many' } });
  const wait = halted.ok || halted.failure.kind !== 'too-many' ? 0 : halted.failure.retryAfterSeconds;
  expect(wait).toBeGreaterThan(14 * 60);
  expect(wait).toBeLessThanOrEqual(15 * 60);
  expect(await people.guess(cast.vera.email, castPassword)).toMatchObject({ ok: true });
});

test('addresses that belong to nobody are throttled alike', async () => {
  for (let guess = 0; guess < 10; guess += 1) await people.guess('nobody@example.org', 'wrong guess');
  expect(await people.guess('NOBODY@example.org', 'x')).toMatchObject({ failure: { kind: 'too-many' } });
});

test('a network has a hundred wrong guesses over all accounts; right ones cost it nothing', async () => {
  const quick = {
    ...people.world,
    passwords: { ...people.world.passwords, verify: async (_: unknown, p: string) => p === castPassword },
  };
  for (let round = 0; round < 120; round += 1) await people.guess(cast.vera.email, castPassword, quick);
  for (let round = 0; round < 100; round += 1) await people.guess(`someone${round}@example.org`, 'wrong guess', quick);
  expect(await people.guess(cast.vera.email, castPassword, quick)).toMatchObject({ failure: { kind: 'too-many' } });
  const elsewhere = { ...people.as({ kind: 'nobody' }), network: '2001:db8::1' };
  expect(await signIn(elsewhere, { email: cast.vera.email, password: castPassword })).toMatchObject({ ok: true });
});

test('what is not a guess at all is invalid, not an error', async () => {
  for (const input of [{}, { email: 7, password: [] }, { email: 'x'.repeat(300), password: 'x' }]) {
    expect(await signIn(people.nobody, input)).toMatchObject({ failure: { kind: 'invalid-input' } });
  }
});

test('a session ends with sign-out, at the very next request', async () => {
  const secret = await people.open(cast.ada.email);
  const other = await people.open(cast.ada.email);
  const ctx = await people.ctxOf(secret);
  if (ctx === null) throw new Error('not signed in');
  expect(await signOut(ctx, {})).toEqual({ ok: true, value: { ended: true } });
  expect(await people.ctxOf(secret)).toBeNull();
  expect(await people.ctxOf(other)).not.toBeNull();
  expect((await people.actions()).at(-1)).toBe('signed-out');
});

test('a password changed while the old one is being judged opens nothing', async () => {
  const slow: World['passwords'] = {
    ...people.world.passwords,
    verify: async (hash, password) => {
      const matches = await people.world.passwords.verify(hash, password);
      await setPassword(people.cli, { person: cast.ada.email, password: 'a newer and better passphrase' });
      return matches;
    },
  };
  const answer = await people.guess(cast.ada.email, castPassword, { ...people.world, passwords: slow });
  expect(answer).toEqual({ ok: false, failure: { kind: 'wrong-credentials' } });
});
