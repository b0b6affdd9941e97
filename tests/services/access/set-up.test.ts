import { expect, test } from 'vitest';
import { createSetUpLink } from '@/lib/services/access/create-set-up-link';
import { setUp } from '@/lib/services/access/set-up';
import { viewSetUpLink } from '@/lib/services/access/view-set-up-link';
import { prepareFirstStart } from '@/lib/services/operation/parts/prepare-first-start';
import { cast, castPassword } from '../../../demo/cast';
import { organisationId, peoplePerTest } from '../people/people-world';

const people = peoplePerTest();

const answers = {
  organisationName: 'Northwind Logistics',
  timeZone: 'Europe/Berlin',
  name: cast.ada.name,
  email: cast.ada.email,
  password: castPassword,
};

const link = async () => {
  const start = await prepareFirstStart(people.world);
  if (start.kind !== 'set-up-open') throw new Error(start.kind);
  expect(start.url).toMatch(/^https:\/\/adoption\.example\/set-up\/[\w-]{43}$/);
  return start.url.split('/').at(-1) ?? '';
};

test('the link makes the first admin and names the organisation', async () => {
  const token = await link();
  expect(await setUp(people.nobody, { token, ...answers })).toEqual({ ok: true, value: { email: cast.ada.email } });
  expect(await people.world.store.organisations.first()).toMatchObject({
    name: 'Northwind Logistics',
    timeZone: 'Europe/Berlin',
  });
  const ctx = await people.ctxOf(await people.open(cast.ada.email));
  expect(ctx?.actor).toMatchObject({ role: 'admin' });
  expect(await people.actions()).toEqual(['set-up-link-created', 'set-up-completed', 'signed-in']);
});

test('once somebody exists set-up is closed for ever, for every link', async () => {
  const [token, spare] = [await link(), await link()];
  await setUp(people.nobody, { token, ...answers });
  for (const again of [token, spare]) {
    const answer = await setUp(people.nobody, { token: again, ...answers, email: 'eve@example.org' });
    expect(answer).toEqual({ ok: false, failure: { kind: 'set-up-closed' } });
  }
  expect(await createSetUpLink(people.cli, {})).toEqual({ ok: false, failure: { kind: 'set-up-closed' } });
  expect(await prepareFirstStart(people.world)).toEqual({ kind: 'ready' });
});

test('a wrong link changes nothing, and the right one dies after three days', async () => {
  const token = await link();
  for (const wrong of ['', 'x', `${token}x`]) {
    expect(await setUp(people.nobody, { token: wrong, ...answers })).toMatchObject({
      failure: { kind: 'link-expired' },
    });
  }
  people.pass(3 * 86_400_000 + 1);
  expect(await setUp(people.nobody, { token, ...answers })).toMatchObject({ failure: { kind: 'link-expired' } });
  expect(await people.world.store.people.any()).toBe(false);
});

test('what is wrong is told beside its field, and the link stays good', async () => {
  const token = await link();
  const answer = await setUp(people.nobody, {
    token,
    organisationName: ' ',
    timeZone: 'Mars',
    name: '',
    email: 'ada',
    password: '',
  });
  const errors = answer.ok || answer.failure.kind !== 'invalid-input' ? [] : answer.failure.errors;
  expect(errors.map((error) => error.path)).toEqual(['organisationName', 'timeZone', 'name', 'email', 'password']);
  const weak = await setUp(people.nobody, { token, ...answers, password: 'password1234' });
  expect(weak).toMatchObject({ failure: { kind: 'invalid-input', errors: [{ path: 'password' }] } });
  expect(await setUp(people.nobody, { token, ...answers })).toMatchObject({ ok: true });
});

test('the environment can name the first admin instead', async () => {
  const world = {
    ...people.world,
    config: { ...people.world.config, admin: { email: 'Root@Example.org', password: castPassword } },
  };
  expect(await prepareFirstStart(world)).toEqual({ kind: 'ready' });
  expect(await people.guess('root@example.org', castPassword)).toMatchObject({ ok: true });
  expect(await prepareFirstStart(world)).toEqual({ kind: 'ready' });
  expect(await people.world.store.people.all(organisationId)).toHaveLength(1);
});

test('a weak first password is refused in words that name the variable and not its value', async () => {
  const world = {
    ...people.world,
    config: { ...people.world.config, admin: { email: 'root@example.org', password: 'changeme' } },
  };
  const start = await prepareFirstStart(world);
  expect(start).toMatchObject({ kind: 'admin-refused', faults: [expect.stringMatching(/^ADMIN_PASSWORD: /)] });
  expect(JSON.stringify(start)).not.toContain('changeme');
  expect(await people.world.store.people.any()).toBe(false);
});

test('all faulty fields are named at once, a weak password too', async () => {
  const refused = await setUp(people.nobody, { token: await link(), ...answers, name: '', password: 'password1234' });
  expect(refused).toMatchObject({ failure: { errors: [{ path: 'name' }, { path: 'password' }] } });
});

test('a link says on opening whether it still works, and looking does not use it', async () => {
  const token = await link();
  expect(await viewSetUpLink(people.nobody, { token })).toEqual({ ok: true, value: null });
  expect(await viewSetUpLink(people.nobody, { token: `${token}x` })).toMatchObject({
    failure: { kind: 'link-expired' },
  });
  people.pass(3 * 86_400_000 + 1);
  expect(await viewSetUpLink(people.nobody, { token })).toMatchObject({ failure: { kind: 'link-expired' } });
  const fresh = await link();
  await setUp(people.nobody, { token: fresh, ...answers });
  expect(await viewSetUpLink(people.nobody, { token: fresh })).toMatchObject({ failure: { kind: 'set-up-closed' } });
});
