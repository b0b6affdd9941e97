import { expect, test } from 'vitest';
import { acceptLink } from '@/lib/services/access/accept-link';
import { changeOwnPassword } from '@/lib/services/access/change-own-password';
import { resetPassword } from '@/lib/services/access/reset-password';
import { setPassword } from '@/lib/services/access/set-password';
import { signIn } from '@/lib/services/access/sign-in';
import type { World } from '@/lib/services/context';
import { disablePerson } from '@/lib/services/people/disable-person';
import { enablePerson } from '@/lib/services/people/enable-person';
import { cast, castPassword } from '../../../demo/cast';
import { onEachDatabase } from '../../support/databases';
import { peoplePerTest } from '../people/people-world';

const dayMs = 86_400_000;

onEachDatabase((fresh) => {
  const people = peoplePerTest({ members: [cast.ada, cast.vera], fresh });

  /** Passwords judged by comparing, and how often: nothing here is about how slow a hash is. */
  function counted(): { world: World; evaluated: () => number } {
    let evaluated = 0;
    const verify: World['passwords']['verify'] = async (hash, password) => {
      evaluated += 1;
      return hash !== null && password === castPassword;
    };
    const passwords = { ...people.world.passwords, verify };
    return { world: { ...people.world, passwords, limits: people.limits() }, evaluated: () => evaluated };
  }

  type Tried = { devices?: string[]; network?: string; email?: string; world?: World };
  const attempt = (password: string, { devices = [], network = '192.0.2.7', email, world }: Tried = {}) =>
    signIn(
      { ...people.nobody, ...(world ?? counted().world), network },
      { email: email ?? cast.ada.email, password, devices },
    );
  const wrong = (how?: Tried) => attempt('not her password', how);
  const right = (how?: Tried) => attempt(castPassword, how);
  const times = async (count: number, run: () => Promise<unknown>) => {
    for (let time = 0; time < count; time += 1) await run();
  };

  async function deviceOf(how?: Tried): Promise<string> {
    const opened = await right(how);
    if (!opened.ok || opened.value.device === null) throw new Error('no mark');
    return opened.value.device;
  }

  const tooMany = { ok: false, failure: { kind: 'too-many' } };
  const refused = { ok: false, failure: { kind: 'wrong-credentials' } };

  test('a stranger who guesses keeps strangers out, and not who signed in with this browser before', async () => {
    const mine = await deviceOf();
    await times(30, () => wrong({ network: '198.51.100.9' }));
    expect(await right()).toMatchObject(tooMany);
    expect(await right({ devices: [mine] })).toMatchObject({ ok: true });
  });

  test('a known browser has ten guesses of its own, and strangers keep theirs', async () => {
    const mine = await deviceOf();
    await times(10, () => wrong({ devices: [mine] }));
    expect(await right({ devices: [mine] })).toMatchObject(tooMany);
    expect(await right()).toMatchObject({ ok: true });
  });

  test('a right sign-in neither counts nor gives guesses back', async () => {
    const mine = await deviceOf();
    for (const how of [{}, { devices: [mine] }]) {
      await times(9, () => wrong(how));
      await times(12, () => right(how));
      expect(await wrong(how)).toMatchObject(refused);
      expect(await wrong(how)).toMatchObject(tooMany);
    }
  });

  test('who is known is given no second mark, which would be ten more guesses', async () => {
    const mine = await deviceOf();
    expect(await right({ devices: [mine] })).toMatchObject({ ok: true, value: { device: null } });
  });

  test('what is refused is not evaluated, whoever the account is of, however many processes ask', async () => {
    const judges = [counted(), counted(), counted()];
    for (const email of [cast.ada.email, 'nobody@example.org']) {
      const guesses = judges.flatMap(({ world }) => Array.from({ length: 8 }, () => wrong({ email, world })));
      const answers = await Promise.all(guesses);
      expect(answers.filter((answer) => !answer.ok && answer.failure.kind === 'too-many')).toHaveLength(14);
    }
    expect(judges.reduce((sum, { evaluated }) => sum + evaluated(), 0)).toBe(20);
  });

  test('many at once by a known browser are ten, too', async () => {
    const mine = await deviceOf();
    const judges = [counted(), counted()];
    await Promise.all(
      judges.flatMap(({ world }) => Array.from({ length: 9 }, () => wrong({ devices: [mine], world }))),
    );
    expect(judges.reduce((sum, { evaluated }) => sum + evaluated(), 0)).toBe(10);
  });

  test('one network’s wrong guesses keep its strangers out, and nobody who is known', async () => {
    const mine = await deviceOf();
    for (let guess = 0; guess < 100; guess += 1) await wrong({ email: `someone${guess}@example.org` });
    expect(await right({ email: cast.vera.email })).toMatchObject(tooMany);
    expect(await right({ devices: [mine] })).toMatchObject({ ok: true });
    expect(await right({ email: cast.vera.email, network: '2001:db8::1' })).toMatchObject({ ok: true });
  });

  test('right sign-ins cost a network nothing', async () => {
    await times(3, () => right());
    const { guessesPerNetwork } = people.limits();
    await times(105, async () => (await guessesPerNetwork.check('192.0.2.7')).refund());
    expect(await wrong()).toMatchObject(refused);
  });

  /** Whether a mark still stands for a known browser: strangers have no guess left. */
  async function isKnown(mark: string, email: string = cast.ada.email): Promise<boolean> {
    await times(11, () => wrong({ email }));
    return (await right({ devices: [mark], email })).ok;
  }

  test('a mark is of one account, for 180 days, and cannot be written without the key', async () => {
    const mine = await deviceOf();
    const [issuedAt = '', signature = ''] = mine.split('.');
    const later = `${Number(issuedAt) + 1}.${signature}`;
    await times(11, () => wrong());
    await times(11, () => wrong({ email: cast.vera.email }));
    for (const mark of [
      '',
      '.',
      issuedAt,
      `${issuedAt}.`,
      `.${signature}`,
      later,
      `${mine}A`.slice(1),
      'x'.repeat(200),
    ]) {
      expect(await right({ devices: [mark] })).toMatchObject(tooMany);
    }
    expect(await right({ devices: [mine], email: cast.vera.email })).toMatchObject(tooMany);
    expect(await right({ devices: ['rubbish', mine] })).toMatchObject({ ok: true });
    people.pass(180 * dayMs - 1);
    expect(await right({ devices: [mine] })).toMatchObject({ ok: true });
    people.pass(1);
    expect(await right({ devices: [mine] })).toMatchObject(tooMany);
  });

  test('a password set by somebody else makes every browser a stranger, in the same moment', async () => {
    const mine = await deviceOf();
    await setPassword(people.cli, { person: cast.ada.email, password: 'a newer and better passphrase' });
    expect(await isKnown(mine)).toBe(false);
  });

  test('so does a password chosen by a link', async () => {
    const mine = await deviceOf();
    const link = await resetPassword(people.cli, { person: cast.ada.email });
    const token = link.ok ? (link.value.link.url.split('/').at(-1) ?? '') : '';
    await acceptLink(people.nobody, { kind: 'password-reset', token, password: 'a newer and better passphrase' });
    expect(await isKnown(mine)).toBe(false);
  });

  test('so does disabling, also after enabling', async () => {
    const mine = await deviceOf({ email: cast.vera.email });
    await disablePerson(people.cli, { person: cast.vera.email });
    await enablePerson(people.cli, { person: cast.vera.email });
    expect(await isKnown(mine, cast.vera.email)).toBe(false);
  });

  test('who signs in right after that is known again', async () => {
    await setPassword(people.cli, { person: cast.ada.email, password: castPassword });
    expect(await isKnown(await deviceOf())).toBe(true);
  });

  test('a new password of one’s own leaves one’s browsers known', async () => {
    const mine = await deviceOf();
    const ctx = await people.signedIn(cast.ada.email);
    expect(
      await changeOwnPassword(ctx, { current: castPassword, password: 'a newer and better passphrase' }),
    ).toMatchObject({
      ok: true,
    });
    expect(await isKnown(mine)).toBe(true);
  });

  test('strangers keep nobody who is signed in from changing the password', async () => {
    const ctx = await people.signedIn(cast.ada.email);
    await times(11, () => wrong());
    const change = { current: castPassword, password: 'a newer and better passphrase' };
    expect(await changeOwnPassword(ctx, change)).toMatchObject({ ok: true });
  });
});
