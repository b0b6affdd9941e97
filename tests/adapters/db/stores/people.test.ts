import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { describeStore } from '../describe-store';
import { after, anOrganisation, aPerson, noon } from '../rows';

describeStore((db) => {
  const newPerson = (email: string) => ({
    id: randomUUID(),
    email,
    name: 'Max',
    role: 'manager' as const,
    status: 'invited' as const,
    passwordHash: null,
    createdAt: noon,
  });

  test('a person is found by their address however it is written', async () => {
    const email = `Max.${db.acme}@Example.com`;
    const person = newPerson(email);
    expect(await db.store.people.create(db.acme, person)).toBe('created');
    const { passwordHash: _, ...facts } = person;
    const stored = {
      ...facts,
      email: email.toLowerCase(),
      lastSignInAt: null,
      hasPassword: false,
      isBreakGlass: false,
    };
    expect(await db.store.people.byEmail(db.acme, email.toUpperCase())).toEqual(stored);
    expect(await db.store.people.byId(db.acme, person.id)).toEqual(stored);
    expect(await db.store.people.credentials(email)).toEqual({
      id: person.id,
      passwordHash: null,
      status: 'invited',
      devicesSince: null,
      isBreakGlass: false,
    });
    expect(await db.store.people.any()).toBe(true);
  });

  test('a taken address is an answer, not an error, and the transaction goes on', async () => {
    const email = `olga.${db.acme}@example.com`;
    await db.store.people.create(db.acme, newPerson(email));
    const answer = await db.store.atomically(async (store) => {
      const taken = await store.people.create(db.acme, newPerson(email.toUpperCase()));
      await store.settings.set(db.acme, 'after', 'yes');
      return taken;
    });
    expect(answer).toBe('emailTaken');
    expect(await db.store.settings.get(db.acme, 'after')).toBe('yes');
  });

  test('of two who take one address at once one gets it', async () => {
    const email = `both.${db.acme}@example.com`;
    const answers = await Promise.all([1, 2].map(() => db.store.people.create(db.acme, newPerson(email))));
    expect(answers.sort()).toEqual(['created', 'emailTaken']);
  });

  test('changes land on the person they are made for', async () => {
    const ada = await aPerson(db.store, db.acme);
    const max = await aPerson(db.store, db.acme, { name: 'Max', role: 'manager', passwordHash: null });
    await db.store.people.setPassword(max, 'new', after(1));
    await db.store.people.setStatus(max, 'disabled');
    await db.store.people.setRole(db.acme, max, 'ops');
    await db.store.people.setName(max, 'Maximilian');
    await db.store.people.signedIn(max, after(2));
    const changed = { name: 'Maximilian', role: 'ops', status: 'disabled', hasPassword: true, lastSignInAt: after(2) };
    expect(await db.store.people.byId(db.acme, max)).toMatchObject(changed);
    expect(await db.store.people.byId(db.acme, ada)).toMatchObject({ name: 'Ada', role: 'admin', status: 'active' });
    expect((await db.store.people.all(db.acme)).map((person) => person.id).sort()).toEqual([ada, max].sort());
  });

  test('only active admins of the organisation count', async () => {
    await aPerson(db.store, db.acme);
    await aPerson(db.store, db.acme, { status: 'disabled' });
    await aPerson(db.store, db.acme, { role: 'ops' });
    await aPerson(db.store, await anOrganisation(db.store, 'Other'));
    expect(await db.store.people.countActiveAdmins(db.acme)).toBe(1);
  });

  test('two admins who demote each other at once leave one', async () => {
    const admins = [await aPerson(db.store, db.acme), await aPerson(db.store, db.acme)];
    const demote = (id: string) =>
      db.store.atomically(async (store) => {
        if ((await store.people.countActiveAdmins(db.acme)) < 2) return 'refused';
        await new Promise((resolve) => setTimeout(resolve, 30));
        await store.people.setRole(db.acme, id, 'viewer');
        return 'demoted';
      });
    expect((await Promise.all(admins.map(demote))).sort()).toEqual(['demoted', 'refused']);
    expect(await db.store.people.countActiveAdmins(db.acme)).toBe(1);
  });
});
