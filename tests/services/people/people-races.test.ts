import { expect, test } from 'vitest';
import { acceptLink } from '@/lib/services/access/accept-link';
import { createSetUpLink } from '@/lib/services/access/create-set-up-link';
import { setUp } from '@/lib/services/access/set-up';
import { changeRole } from '@/lib/services/people/change-role';
import { disablePerson } from '@/lib/services/people/disable-person';
import { invitePerson } from '@/lib/services/people/invite-person';
import { cast, castPassword, signedIn } from '../../../demo/cast';
import { onEachDatabase } from '../../support/databases';
import { organisationId, peoplePerTest } from './people-world';

onEachDatabase((fresh) => {
  const people = peoplePerTest({ fresh });

  test('of several set-ups at once, by one link or by two, one wins', async () => {
    const links = [await createSetUpLink(people.cli, {}), await createSetUpLink(people.cli, {})];
    const tokens = links.map((link) => (link.ok ? (link.value.url.split('/').at(-1) ?? '') : ''));
    const answers = { organisationName: 'Northwind', timeZone: 'UTC', name: 'First', password: castPassword };
    const all = [0, 1, 2, 3].map((index) =>
      setUp(people.nobody, { token: tokens[index % 2], ...answers, email: `first${index}@example.org` }),
    );
    expect((await Promise.all(all)).filter((answer) => answer.ok)).toHaveLength(1);
    expect(await people.world.store.people.all(organisationId)).toHaveLength(1);
  });

  test('of two who open the same link at once, one sets the password', async () => {
    const invited = await invitePerson(people.cli, { email: 'ivo@example.org', name: 'Ivo Marin', role: 'ops' });
    const token = invited.ok ? (invited.value.link.url.split('/').at(-1) ?? '') : '';
    const accept = (password: string) => acceptLink(people.nobody, { kind: 'invitation', token, password });
    const both = await Promise.all([accept('quite another passphrase'), accept('a third passphrase here')]);
    expect(both.filter((answer) => answer.ok)).toHaveLength(1);
  });

  test('two admins who remove each other at the same moment leave one', async () => {
    await people.add(cast.ada);
    await people.add({ ...cast.max, role: 'admin' });
    const both = await Promise.all([
      changeRole(people.as(signedIn(cast.ada)), { person: cast.max.email, role: 'viewer' }),
      disablePerson(people.as(signedIn({ ...cast.max, role: 'admin' })), { person: cast.ada.email }),
    ]);
    expect(both.filter((answer) => answer.ok)).toHaveLength(1);
    expect(await people.world.store.people.countActiveAdmins(organisationId)).toBe(1);
  });

  test('ten guesses at once are all counted', async () => {
    await people.add(cast.ada);
    const guesses = Array.from({ length: 14 }, () => people.guess(cast.ada.email, 'wrong guess'));
    const answers = await Promise.all(guesses);
    expect(answers.filter((answer) => !answer.ok && answer.failure.kind === 'wrong-credentials')).toHaveLength(10);
  });
});
