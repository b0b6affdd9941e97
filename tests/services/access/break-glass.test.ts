import { expect, test } from 'vitest';
import { setUp } from '@/lib/services/access/set-up';
import { contextFor } from '@/lib/services/context';
import { prepareFirstStart } from '@/lib/services/operation/parts/prepare-first-start';
import { addPerson } from '@/lib/services/people/add-person';
import { disablePerson } from '@/lib/services/people/disable-person';
import { castPassword, nobody } from '../../../demo/cast';
import { worldPerTest } from '../../support/world';

const at = worldPerTest();
const ada = { email: 'ada@example.org', name: 'Ada Brandt', password: castPassword };
const cli = () => at.as({ kind: 'job', name: 'cli' });
const withSso = () => ({
  ...at.world,
  config: { ...at.world.config, signIn: { ...at.world.config.signIn, mode: 'sso' as const } },
});
const isBreakGlass = async (email: string) => (await at.world.store.people.byEmail('first', email))?.isBreakGlass;

test('the first admin of a set-up may break the glass', async () => {
  const start = await prepareFirstStart(withSso());
  if (start.kind !== 'set-up-open') throw new Error(start.kind);
  const token = new URL(start.url).pathname.split('/').at(-1);
  const organisation = { organisationName: 'Northwind', timeZone: 'UTC' };
  expect((await setUp(at.as(nobody), { token, ...organisation, ...ada })).ok).toBe(true);
  expect(await isBreakGlass(ada.email)).toBe(true);
  expect(await prepareFirstStart(withSso())).toEqual({ kind: 'ready' });
});

test('so may the one that the environment names', async () => {
  const admin = { email: ada.email, password: castPassword };
  await prepareFirstStart({ ...withSso(), config: { ...withSso().config, admin } });
  expect(await isBreakGlass(ada.email)).toBe(true);
});

test('a start with single sign-on alone asks for an active admin who may', async () => {
  await addPerson(cli(), { ...ada, role: 'admin' });
  const refused = await prepareFirstStart(withSso());
  expect(refused).toMatchObject({ kind: 'admin-refused', faults: [expect.stringContaining('--break-glass')] });
  expect(await prepareFirstStart(at.world)).toEqual({ kind: 'ready' });
  const eva = { ...ada, email: 'eva@example.org', role: 'admin', breakGlass: true };
  expect((await addPerson(cli(), eva)).ok).toBe(true);
  expect(await prepareFirstStart(withSso())).toEqual({ kind: 'ready' });
  await disablePerson(contextFor(at.world, cli()), { person: eva.email });
  expect((await prepareFirstStart(withSso())).kind).toBe('admin-refused');
});

test('only an admin can be a break-glass one', async () => {
  const refused = await addPerson(cli(), { ...ada, role: 'ops', breakGlass: true });
  expect(refused).toMatchObject({ ok: false, failure: { kind: 'invalid-input', errors: [{ path: 'role' }] } });
  expect(await at.world.store.people.any()).toBe(false);
});
