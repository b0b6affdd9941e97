import { expect, test } from 'vitest';
import { viewLink } from '@/lib/services/access/view-link';
import { correctPerson } from '@/lib/services/people/correct-person';
import { disablePerson } from '@/lib/services/people/disable-person';
import { invitePerson } from '@/lib/services/people/invite-person';
import { removePerson } from '@/lib/services/people/remove-person';
import { viewPerson } from '@/lib/services/people/view-person';
import { createOwnToken } from '@/lib/services/tokens/create-token';
import { cast, signedIn } from '../../../demo/cast';
import { onEachDatabase } from '../../support/databases';
import { succeeded } from '../../support/succeeded';
import { organisationId, peoplePerTest } from './people-world';

const secretOf = (url: string) => url.split('/').at(-1) ?? '';

onEachDatabase((fresh) => {
  const people = peoplePerTest({ members: Object.values(cast), fresh });
  const ada = () => people.as(signedIn(cast.ada));
  const invite = async (email = 'ivo@example.org') =>
    succeeded(await invitePerson(ada(), { email, name: 'Ivo Marin', role: 'ops' }));
  const opens = async (token: string) => (await viewLink(people.nobody, { kind: 'invitation', token })).ok;

  test('a new name and address hold at the next request, and nobody is signed out', async () => {
    const session = await people.open(cast.vera.email);
    const asked = { person: 'vera', name: ' Vera Nováková ', email: 'Vera.N@Example.org' };
    expect(await correctPerson(ada(), asked)).toMatchObject({
      value: { person: { name: 'Vera Nováková', email: 'vera.n@example.org' } },
    });
    expect((await people.ctxOf(session))?.actor).toMatchObject({ name: 'Vera Nováková', email: 'vera.n@example.org' });
    await people.open('vera.n@example.org');
    const [entry] = (await people.world.store.audit.page(organisationId, { limit: 9, beforeSeq: null })).filter(
      ({ action }) => action === 'person-corrected',
    );
    expect(entry).toMatchObject({
      target: 'vera',
      actorName: cast.ada.name,
      detail: {},
      said: { target: cast.vera.email, name: 'Vera Nováková', email: 'vera.n@example.org', nameBefore: cast.vera.name },
    });
  });

  test('an address belongs to one person, however it is written', async () => {
    const taken = await correctPerson(ada(), { person: 'vera', name: 'Vera', email: 'MAX@example.org' });
    expect(taken).toMatchObject({ failure: { kind: 'invalid-input', errors: [{ path: 'email' }] } });
    expect(await viewPerson(ada(), { person: 'vera' })).toMatchObject({ value: { person: { name: cast.vera.name } } });
    expect(await correctPerson(ada(), { person: 'vera', name: '', email: 'x' })).toMatchObject({
      failure: { errors: [{ path: 'name' }, { path: 'email' }] },
    });
  });

  test('of two who take one address at once one gets it, and the other hears so', async () => {
    const email = 'one@example.org';
    const answers = await Promise.all([
      correctPerson(ada(), { person: 'vera', name: 'Vera', email }),
      correctPerson(ada(), { person: 'max', name: 'Max', email }),
      invitePerson(ada(), { email, name: 'Ivo', role: 'ops' }),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter((answer) => !answer.ok && answer.failure.kind === 'invalid-input')).toHaveLength(2);
  });

  test('links sent to the old address stop working; another name leaves them', async () => {
    const { person, link } = await invite();
    const token = secretOf(link.url);
    await correctPerson(ada(), { person: person.id, name: 'Ivo M.', email: person.email });
    expect(await opens(token)).toBe(true);
    await correctPerson(ada(), { person: person.id, name: 'Ivo M.', email: 'ivo.marin@example.org' });
    expect(await opens(token)).toBe(false);
  });

  test('who never signed in can be removed; the address is free again and the audit log remembers', async () => {
    const { person, link } = await invite();
    expect(await viewPerson(ada(), { person: person.id })).toMatchObject({ value: { isRemovable: true } });
    expect(await removePerson(ada(), { person: person.id })).toEqual({ ok: true, value: { name: 'Ivo Marin' } });
    expect(await opens(secretOf(link.url))).toBe(false);
    expect(await viewPerson(ada(), { person: person.id })).toMatchObject({ failure: { kind: 'not-found' } });
    expect(await invite()).toMatchObject({ person: { email: 'ivo@example.org' } });
    expect(await people.actions()).toEqual(expect.arrayContaining(['person-invited', 'person-removed']));
  });

  test('who came, or owns a token, stays; nothing of them is lost', async () => {
    await people.open(cast.vera.email);
    await createOwnToken(people.as(signedIn(cast.olga)), { name: 'CI', scope: 'read' });
    for (const person of ['vera', 'olga']) {
      expect(await viewPerson(ada(), { person })).toMatchObject({ value: { isRemovable: false } });
      expect(await removePerson(ada(), { person })).toMatchObject({ failure: { kind: 'person-came' } });
    }
    expect(await people.actions()).not.toContain('person-removed');
    expect(await people.world.store.people.all(organisationId)).toHaveLength(4);
  });

  test('nobody disables or removes themselves, nor the last admin', async () => {
    expect(await viewPerson(ada(), { person: 'ada' })).toMatchObject({
      value: { isSelf: true, isLastAdmin: true, isRemovable: false },
    });
    for (const service of [disablePerson, removePerson]) {
      expect(await service(people.cli, { person: 'ada' })).toMatchObject({ failure: { kind: 'last-admin' } });
    }
    await people.add({ id: 'eve', name: 'Eve', email: 'eve@example.org', role: 'admin' });
    for (const service of [disablePerson, removePerson]) {
      expect(await service(ada(), { person: 'ada' })).toMatchObject({ failure: { kind: 'own-account' } });
    }
    expect(await viewPerson(ada(), { person: 'eve' })).toMatchObject({
      value: { isSelf: false, isLastAdmin: false, isRemovable: true },
    });
  });

  test('is for admins', async () => {
    for (const service of [correctPerson, removePerson, viewPerson]) {
      expect(await service(people.as(signedIn(cast.max)), {})).toMatchObject({ failure: { kind: 'not-allowed' } });
    }
  });
});
