import { type Command, Option } from 'commander';
import { fail, ok } from '@/lib/domain/result';
import { type Role, roles } from '@/lib/domain/roles';
import { action, type Outcome } from './action';
import { readSecret } from './stdin';
import { tableOf } from './table';

const email = () => new Option('--email <address>', 'e-mail address').makeOptionMandatory();
const role = () => new Option('--role <role>', 'what they may do').choices(roles).makeOptionMandatory();
const password = () => new Option('--password-stdin', 'read the password from standard input').makeOptionMandatory();

export function userCommands(program: Command): void {
  const user = program.command('user').description('people who may sign in');

  action(
    user
      .command('add')
      .description('add somebody with a password')
      .addOption(email())
      .requiredOption('--name <name>', 'name')
      .addOption(role())
      .option('--break-glass', 'an admin who may sign in by password whatever SIGN_IN says')
      .addOption(password()),
    async (ctx, { options }) => {
      const { addPerson } = await import('@/lib/services/people/add-person');
      const added = await addPerson(ctx, { ...options, password: await readSecret() });
      return added.ok ? output(added.value, 'added') : added;
    },
  );

  action(user.command('list').description('everybody, with role and status'), async (ctx) => {
    const { listPeople } = await import('@/lib/services/people/list-people');
    const listed = await listPeople(ctx, {});
    if (!listed.ok) return listed;
    const users = listed.value.people.map(userJson);
    return ok({ data: { users }, words: tableOf(['email', 'name', 'role', 'status'], users) });
  });

  action(
    user.command('disable').description('shut somebody out at once').addOption(email()),
    async (ctx, { options }) => {
      const { disablePerson } = await import('@/lib/services/people/disable-person');
      const done = await disablePerson(ctx, { person: options.email });
      return done.ok ? output(done.value.person, 'disabled') : done;
    },
  );

  action(user.command('enable').description('let somebody in again').addOption(email()), async (ctx, { options }) => {
    const { enablePerson } = await import('@/lib/services/people/enable-person');
    const done = await enablePerson(ctx, { person: options.email });
    return done.ok ? output(done.value.person, 'enabled') : done;
  });

  action(
    user.command('role').description('change what somebody may do').addOption(email()).addOption(role()),
    async (ctx, { options }) => {
      const { changeRole } = await import('@/lib/services/people/change-role');
      const done = await changeRole(ctx, { person: options.email, role: options.role });
      return done.ok ? output(done.value.person, `is now ${done.value.person.role}`) : done;
    },
  );

  action(
    user
      .command('erase')
      .description('put a pseudonym in the place of a name and an address everywhere, for good; what they did stays')
      .addOption(email())
      .option('--yes', 'do it: nothing brings the name back', false),
    async (ctx, { options }) => {
      if (options.yes !== true) {
        const message = 'Nothing was done: erasing cannot be undone. Add --yes to do it.';
        return fail({ kind: 'told', message });
      }
      const { erasePerson } = await import('@/lib/services/people/erase-person');
      const done = await erasePerson(ctx, { person: options.email });
      return done.ok ? ok({ data: { erased: done.value }, words: erasedWords(done.value) }) : done;
    },
  );

  action(
    user
      .command('reset-password')
      .description('give somebody a new password; their sessions end')
      .addOption(email())
      .addOption(password()),
    async (ctx, { options }) => {
      const { setPassword } = await import('@/lib/services/access/set-password');
      const done = await setPassword(ctx, { person: options.email, password: await readSecret() });
      return done.ok ? output(done.value.person, 'has a new password') : done;
    },
  );

  action(
    user
      .command('reset-second-factor')
      .description('take app, passkeys and recovery codes from somebody who lost them; their sessions end')
      .addOption(email()),
    async (ctx, { options }) => {
      const { resetFactors } = await import('@/lib/services/factors/reset-factors');
      const done = await resetFactors(ctx, { person: options.email });
      return done.ok ? output(done.value.person, 'signs in by password alone') : done;
    },
  );
}

type Erased = { name: string; entries: number; reviews: number; shared: readonly string[] };

function erasedWords({ name, entries, reviews, shared }: Erased): string {
  const stays = shared.map((known) => `\nSomebody else is called ${known}, too: what is signed so stays.`);
  const places = `${entries} audit entries and ${reviews} reviews`;
  return `Now called ${name} everywhere, also in ${places}. Backups and logs of before still hold the name.${stays.join('')}`;
}

type Person = { readonly email: string; readonly name: string; readonly role: Role; readonly status: string };

const userJson = ({ email: address, name, role: may, status }: Person) => ({ email: address, name, role: may, status });

const output = (person: Person, what: string): Outcome =>
  ok({ data: { user: userJson(person) }, words: `${person.name} <${person.email}> ${what}.` });
