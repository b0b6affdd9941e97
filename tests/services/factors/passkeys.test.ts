import { expect, test } from 'vitest';
import type { Context } from '@/lib/services/context';
import { addPasskey } from '@/lib/services/factors/add-passkey';
import { askForAnyPasskey, askForNewPasskey, askForOwnPasskey } from '@/lib/services/factors/ask-for-passkey';
import { removePasskey, renamePasskey } from '@/lib/services/factors/change-passkey';
import { confirmByPasskey } from '@/lib/services/factors/confirm-by-passkey';
import { renewRecoveryCodes } from '@/lib/services/factors/renew-recovery-codes';
import { resetFactors } from '@/lib/services/factors/reset-factors';
import { signInByPasskey } from '@/lib/services/factors/sign-in-by-passkey';
import { viewOwnFactors } from '@/lib/services/factors/view-own-factors';
import { disablePerson } from '@/lib/services/people/disable-person';
import { cast } from '../../../demo/cast';
import { onEachDatabase } from '../../support/databases';
import { succeeded } from '../../support/succeeded';
import { peoplePerTest } from '../people/people-world';
import { authenticator } from './authenticator';
import { signInWith } from './factor-world';

const { ada, vera } = cast;
const refused = { ok: false, failure: { kind: 'passkey-refused' } };

onEachDatabase((fresh) => {
  const people = peoplePerTest({ members: [ada, vera], fresh });

  type Key = ReturnType<typeof authenticator>;
  const add = async (ctx: Context, key: Key, faults: Parameters<Key['make']>[1] = {}) => {
    const { options, question } = succeeded(await askForNewPasskey(ctx, {}));
    return addPasskey(ctx, { name: 'My phone', question, answer: key.make(options, faults) });
  };
  const asked = async () => succeeded(await askForAnyPasskey(people.nobody, {}));
  const signIn = async (key: Key, faults: Parameters<Key['answer']>[1] = {}) => {
    const { options, question } = await asked();
    return signInByPasskey(people.nobody, { question, answer: key.answer(options, faults), userAgent: 'Vitest' });
  };

  test('a passkey signs its owner in, without a password, and says when it was used', async () => {
    const ctx = await people.signedIn(ada.email);
    const key = authenticator();
    expect(await add(ctx, key)).toMatchObject({ ok: true, value: { name: 'My phone', lastUsedAt: null } });
    people.pass(60_000);
    const never = { verify: async () => Promise.reject(new Error('no password is judged')) };
    const { options, question } = await asked();
    const inside = { ...people.nobody, passwords: { ...people.world.passwords, ...never } };
    const opened = await signInByPasskey(inside, { question, answer: key.answer(options), userAgent: '' });
    const back = await people.ctxOf(opened.ok ? opened.value.secret : '');
    expect(back?.actor).toMatchObject({ email: ada.email, secondFactor: 'passkey', via: { signedInBy: 'passkey' } });
    const own = back && succeeded(await viewOwnFactors(back, {}));
    expect(own?.passkeys).toMatchObject([{ name: 'My phone', lastUsedAt: people.world.clock.now() }]);
    expect((await people.actions()).slice(-2)).toEqual(['passkey-added', 'signed-in']);
  });

  test('an answer works once, in time, and for what was asked', async () => {
    const ctx = await people.signedIn(ada.email);
    const key = authenticator();
    await add(ctx, key);
    const { options, question } = await asked();
    const answer = key.answer(options);
    const both = await Promise.all([1, 2, 3].map(() => signInByPasskey(people.nobody, { question, answer })));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await signInByPasskey(people.nobody, { question, answer })).toEqual(refused);
    expect(await confirmByPasskey(ctx, { question, answer })).toEqual(refused);

    const own = succeeded(await askForOwnPasskey(ctx, {}));
    expect(await signInByPasskey(people.nobody, { question: own.question, answer: key.answer(own.options) })).toEqual(
      refused,
    );
    expect(await confirmByPasskey(ctx, { question: own.question, answer: key.answer(own.options) })).toMatchObject({
      ok: true,
    });

    const late = await asked();
    people.pass(5 * 60_000 + 1);
    expect(await signInByPasskey(people.nobody, { question: late.question, answer: key.answer(late.options) })).toEqual(
      refused,
    );
    people.pass(-60 * 60_000);
    expect(await signInByPasskey(people.nobody, { question: late.question, answer: key.answer(late.options) })).toEqual(
      refused,
    );
  });

  test.each([
    ['another place', { origin: 'https://evil.example' }],
    ['another port', { origin: 'https://adoption.example:8443' }],
    ['a part of the place', { rpId: 'example' }],
    ['nobody verified', { unverified: true }],
    ['somebody else', { userHandle: 'bm9ib2R5' }],
  ])('an answer from %s opens nothing, nor is such a passkey kept', async (_, faults) => {
    const ctx = await people.signedIn(ada.email);
    const key = authenticator();
    if (!('userHandle' in faults)) expect(await add(ctx, authenticator(), faults)).toEqual(refused);
    expect(await add(ctx, key)).toMatchObject({ ok: true });
    expect(await signIn(key, faults)).toEqual(refused);
    expect(await signIn(key)).toMatchObject({ ok: true });
  });

  test('a counter that goes back is a copy; one that stays at zero is not', async () => {
    const key = authenticator();
    await add(await people.signedIn(ada.email), key);
    expect(await signIn(key)).toMatchObject({ ok: true });
    expect(await signIn(key)).toMatchObject({ ok: true });
    expect(await signIn(key, { counter: 4_000_000_000 })).toMatchObject({ ok: true });
    expect(await signIn(key, { counter: 4_000_000_001 })).toMatchObject({ ok: true });
    expect(await signIn(key, { counter: 5 })).toEqual(refused);
  });

  test('a key nobody knows, one that is kept already, and one of somebody who is shut out open nothing', async () => {
    const key = authenticator();
    expect(await signIn(key)).toEqual(refused);
    await add(await people.signedIn(vera.email), key);
    expect(await add(await people.signedIn(ada.email), key)).toEqual(refused);
    await disablePerson(people.cli, { person: vera.email });
    expect(await signIn(key)).toEqual(refused);
  });

  test('removed or reset, it opens nothing; nobody touches those of others', async () => {
    const [ctx, other] = [await people.signedIn(ada.email), await people.signedIn(vera.email)];
    const keys = [authenticator(), authenticator()] as const;
    const [first] = [succeeded(await add(ctx, keys[0])), succeeded(await add(ctx, keys[1]))];
    expect(await removePasskey(other, { id: first.id })).toMatchObject({ failure: { kind: 'not-found' } });
    expect(await renamePasskey(other, { id: first.id, name: 'Mine' })).toMatchObject({
      failure: { kind: 'not-found' },
    });
    expect(await renamePasskey(ctx, { id: first.id, name: 'Old phone' })).toMatchObject({ ok: true });
    expect(await removePasskey(ctx, { id: first.id })).toMatchObject({ ok: true });
    expect(await signIn(keys[0])).toEqual(refused);
    expect(await signIn(keys[1])).toMatchObject({ ok: true });
    await resetFactors(people.cli, { person: ada.email });
    expect(await signIn(keys[1])).toEqual(refused);
  });

  test('who has a passkey needs it, or a recovery code, beside the password', async () => {
    const ctx = await people.signedIn(ada.email);
    await add(ctx, authenticator());
    expect(await signInWith(people, ada.email, '')).toMatchObject({ failure: { kind: 'code-needed', hasApp: false } });
    expect(await signInWith(people, ada.email, '123456')).toMatchObject({ failure: { kind: 'wrong-code' } });
    const back = { ...ctx, actor: { ...ctx.actor, secondFactor: 'passkey' } } as Context;
    const { recoveryCodes } = succeeded(await renewRecoveryCodes(back, {}));
    expect(await signInWith(people, ada.email, recoveryCodes[0] ?? '')).toMatchObject({ ok: true });
  });

  test('where people sign in by the company alone, a passkey is for break-glass admins', async () => {
    const key = authenticator();
    await add(await people.signedIn(ada.email), key);
    const signInConfig = { ...people.world.config.signIn, mode: 'sso' as const };
    const strict = { ...people.nobody, config: { ...people.world.config, signIn: signInConfig } };
    const trying = async () => {
      const { options, question } = await asked();
      return signInByPasskey(strict, { question, answer: key.answer(options) });
    };
    expect(await trying()).toEqual(refused);
    await people.prisma.user.update({ where: { id: ada.id }, data: { breakGlassSince: new Date() } });
    expect(await trying()).toMatchObject({ ok: true });
  });

  test('asking writes nothing, and an IP address is asked nothing', async () => {
    const count = () => people.world.store.passkeys.of(ada.id);
    await asked();
    expect(await count()).toEqual([]);
    const config = { ...people.world.config, publicUrl: new URL('https://192.0.2.7') };
    expect(await askForAnyPasskey({ ...people.nobody, config }, {})).toMatchObject({
      failure: { kind: 'no-passkeys-here' },
    });
  });

  test.each([
    {},
    { question: 'x', answer: null },
    { question: 'x.y', answer: { id: 'x', rawId: 'x', type: 'public-key', response: {} } },
    { question: 'x'.repeat(5000), answer: {} },
  ])('what is no answer is refused: %o', async (given) => {
    const result = await signInByPasskey(people.nobody, given);
    expect(result).toMatchObject({ ok: false });
  });
});
