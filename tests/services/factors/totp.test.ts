import { expect, test } from 'vitest';
import { signIn } from '@/lib/services/access/sign-in';
import { beginTotp, viewBegunTotp } from '@/lib/services/factors/begin-totp';
import { confirmTotp } from '@/lib/services/factors/confirm-totp';
import { removeTotp } from '@/lib/services/factors/remove-totp';
import { renewRecoveryCodes } from '@/lib/services/factors/renew-recovery-codes';
import { resetFactors } from '@/lib/services/factors/reset-factors';
import { viewOwnFactors } from '@/lib/services/factors/view-own-factors';
import { disablePerson } from '@/lib/services/people/disable-person';
import { cast, castPassword } from '../../../demo/cast';
import { onEachDatabase } from '../../support/databases';
import { peoplePerTest } from '../people/people-world';
import { codeOf, enrolled, signInWith } from './factor-world';

const { ada, vera } = cast;
const wrongCode = { ok: false, failure: { kind: 'wrong-code' } };

onEachDatabase((fresh) => {
  const people = peoplePerTest({ members: [ada, vera], fresh });
  const now = () => people.world.clock.now();

  test('who has an app needs its code beside the password, and is asked only after a right one', async () => {
    const { code } = await enrolled(people, await people.signedIn(ada.email));
    expect(await signInWith(people, ada.email, '')).toMatchObject({ failure: { kind: 'code-needed', hasApp: true } });
    const wrong = { email: ada.email, password: 'not her password', userAgent: '' };
    for (const given of ['', code(), '000000']) {
      const refused = await signIn(people.nobody, { ...wrong, code: given });
      expect(refused).toEqual({ ok: false, failure: { kind: 'wrong-credentials' } });
    }
    expect(await signInWith(people, ada.email, code())).toMatchObject({ ok: true });
    expect(await signInWith(people, vera.email, '')).toMatchObject({ ok: true });
  });

  test('a code works once, however many ask at once and from however many processes', async () => {
    const { code } = await enrolled(people, await people.signedIn(ada.email));
    const shown = code();
    const processes = [1, 2, 3, 4].map(() => ({ limits: people.limits() }));
    const tries = await Promise.all(processes.map((process) => signInWith(people, ada.email, shown, process)));
    expect(tries.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await signInWith(people, ada.email, shown)).toEqual(wrongCode);
  });

  test('the code that set the app up does not sign in as well', async () => {
    const ctx = await people.signedIn(ada.email);
    const begun = await beginTotp(ctx, {});
    const code = codeOf(begun.ok ? begun.value.secret : '', now());
    expect(await confirmTotp(ctx, { code })).toMatchObject({ ok: true });
    expect(await signInWith(people, ada.email, code)).toEqual(wrongCode);
  });

  test('codes of 30 seconds before and after count, others do not, and none counts again when the clock goes back', async () => {
    const { secret } = await enrolled(people, await people.signedIn(ada.email));
    people.pass(10 * 60_000);
    const shownAt = (ms: number) => codeOf(secret, new Date(now().getTime() + ms));
    expect(await signInWith(people, ada.email, shownAt(-60_000))).toEqual(wrongCode);
    expect(await signInWith(people, ada.email, shownAt(60_000))).toEqual(wrongCode);
    expect(await signInWith(people, ada.email, shownAt(-30_000))).toMatchObject({ ok: true });
    expect(await signInWith(people, ada.email, shownAt(30_000))).toMatchObject({ ok: true });
    people.pass(-24 * 3_600_000);
    expect(await signInWith(people, ada.email, shownAt(0))).toEqual(wrongCode);
    people.pass(48 * 3_600_000);
    expect(await signInWith(people, ada.email, shownAt(0))).toMatchObject({ ok: true });
  });

  test('a wrong code is one of the ten guesses of the account; a missing one is none', async () => {
    const { code } = await enrolled(people, await people.signedIn(ada.email));
    for (let count = 0; count < 12; count += 1) {
      expect(await signInWith(people, ada.email, '')).toMatchObject({ failure: { kind: 'code-needed' } });
    }
    const wrong = code() === '000000' ? '000001' : '000000';
    for (let count = 0; count < 10; count += 1) expect(await signInWith(people, ada.email, wrong)).toEqual(wrongCode);
    expect(await signInWith(people, ada.email, code())).toMatchObject({ failure: { kind: 'too-many' } });
    expect((await people.actions()).filter((action) => action === 'sign-in-refused')).toHaveLength(10);
  });

  test('a secret that was begun and never confirmed counts for nothing', async () => {
    const ctx = await people.signedIn(ada.email);
    const begun = await beginTotp(ctx, {});
    expect(await viewOwnFactors(ctx, {})).toMatchObject({ value: { totp: 'none', recoveryCodesLeft: 0 } });
    expect(await signInWith(people, ada.email, '')).toMatchObject({ ok: true });
    const again = await beginTotp(ctx, {});
    const [first, second] = [begun, again].map((made) => (made.ok ? made.value.secret : ''));
    expect(second).not.toBe(first);
    expect(await confirmTotp(ctx, { code: codeOf(first ?? '', now()) })).toMatchObject({
      failure: { kind: 'invalid-input' },
    });
    expect(await viewBegunTotp(ctx, {})).toMatchObject({ value: { secret: second } });
    expect(await confirmTotp(ctx, { code: codeOf(second ?? '', now()) })).toMatchObject({ ok: true });
    expect(await viewBegunTotp(ctx, {})).toMatchObject({ value: null });
    expect(await beginTotp(ctx, {})).toMatchObject({ failure: { kind: 'factor-there' } });
  });

  test('two who confirm one secret at once set it up once', async () => {
    const ctx = await people.signedIn(ada.email);
    const begun = await beginTotp(ctx, {});
    const code = codeOf(begun.ok ? begun.value.secret : '', now());
    const both = await Promise.all([
      confirmTotp(ctx, { code }),
      confirmTotp({ ...ctx, limits: people.limits() }, { code }),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await viewOwnFactors(ctx, {})).toMatchObject({ value: { totp: 'working', recoveryCodesLeft: 10 } });
  });

  test('a recovery code works once, however it is written, and for nobody else', async () => {
    const { recoveryCodes } = await enrolled(people, await people.signedIn(ada.email));
    await enrolled(people, await people.signedIn(vera.email));
    const [first = '', second = ''] = recoveryCodes;
    expect(new Set(recoveryCodes).size).toBe(10);
    expect(await signInWith(people, vera.email, first)).toEqual(wrongCode);
    const processes = [1, 2, 3].map(() => ({ limits: people.limits() }));
    const tries = await Promise.all(processes.map((process) => signInWith(people, ada.email, first, process)));
    expect(tries.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await signInWith(people, ada.email, ` ${second.toUpperCase().replaceAll('-', ' ')} `)).toMatchObject({
      ok: true,
    });
    const ctx = await people.ctxOf(await secretOf(people, recoveryCodes[2] ?? ''));
    expect(ctx && (await viewOwnFactors(ctx, {}))).toMatchObject({ value: { recoveryCodesLeft: 7 } });
    const renewed = ctx && (await renewRecoveryCodes(ctx, {}));
    expect(await signInWith(people, ada.email, recoveryCodes[3] ?? '')).toEqual(wrongCode);
    const [fresh = ''] = renewed?.ok ? renewed.value.recoveryCodes : [];
    expect(await signInWith(people, ada.email, fresh)).toMatchObject({ ok: true });
  });

  test('nothing in the database shows a secret or a code', async () => {
    const { secret, recoveryCodes } = await enrolled(people, await people.signedIn(ada.email));
    const [kept] = await people.world.store.totps.sealedSecrets();
    expect(JSON.stringify(kept)).not.toContain(secret);
    const [row] = await people.world.store.totps.sealedSecrets();
    const elsewhere = row && people.world.secrets;
    expect(() => elsewhere?.open(row?.secret ?? { sealed: '', keyId: '' }, 'totp of somebody else')).toThrow();
    const [code = ''] = recoveryCodes;
    expect(await people.world.store.recoveryCodes.use(ada.id, code.replaceAll('-', ''), now())).toBe(false);
  });

  test('who is disabled gets in by no code', async () => {
    await enrolled(people, await people.signedIn(ada.email));
    const { code, recoveryCodes } = await enrolled(people, await people.signedIn(vera.email));
    await disablePerson(people.cli, { person: vera.email });
    for (const given of [code(), recoveryCodes[0] ?? '', '']) {
      expect(await signInWith(people, vera.email, given)).toEqual({
        ok: false,
        failure: { kind: 'wrong-credentials' },
      });
    }
  });

  test('a reset takes everything, ends the sessions, and is in the log', async () => {
    const ctx = await people.signedIn(vera.email);
    const { recoveryCodes } = await enrolled(people, ctx);
    const admin = await people.signedIn(ada.email);
    expect(await resetFactors(admin, { person: vera.email })).toMatchObject({ ok: true });
    expect(await people.world.store.recoveryCodes.left(vera.id)).toBe(0);
    expect(await people.world.store.totps.of(vera.id)).toBeNull();
    expect((await people.actions()).at(-1)).toBe('factor-reset');
    expect(await signInWith(people, vera.email, recoveryCodes[0] ?? '')).toMatchObject({ ok: true });
    expect(await resetFactors(await people.signedIn(vera.email), { person: ada.email })).toMatchObject({
      failure: { kind: 'not-allowed' },
    });
  });

  test('removed, it is asked for no more, and its recovery codes are gone', async () => {
    const ctx = await people.signedIn(ada.email);
    await enrolled(people, ctx);
    expect(await removeTotp(ctx, {})).toMatchObject({ ok: true });
    expect(await people.world.store.recoveryCodes.left(ada.id)).toBe(0);
    expect(await signInWith(people, ada.email, '')).toMatchObject({ ok: true });
  });

  test('what was right once stands for the password for 5 minutes, for this account and this password', async () => {
    const { code } = await enrolled(people, await people.signedIn(ada.email));
    const asked = await signInWith(people, ada.email, '');
    const half = !asked.ok && asked.failure.kind === 'code-needed' ? asked.failure.half : '';
    const late = { ok: false, failure: { kind: 'sign-in-late' } };
    const goOn = (email: string, given: string) => signIn(people.nobody, { email, half: given, code: code() });
    expect(half).not.toContain(castPassword);
    expect(await goOn(vera.email, half)).toEqual(late);
    expect(
      await goOn(
        ada.email,
        half.replace(/\.(.)/, (_, first) => (first === 'A' ? '.B' : '.A')),
      ),
    ).toEqual(late);
    expect(await goOn('nobody@example.org', half)).toEqual(late);
    expect(await goOn(ada.email, half)).toMatchObject({ ok: true });
    people.pass(5 * 60_000 + 1);
    expect(await goOn(ada.email, half)).toEqual(late);
  });

  test('without its key no code can be checked, nobody is let in without one, and a recovery code still works', async () => {
    const { code, recoveryCodes } = await enrolled(people, await people.signedIn(ada.email));
    const secrets = {
      ...people.world.secrets,
      open: () => {
        throw new Error('the key is not known');
      },
    };
    expect(await signInWith(people, ada.email, code(), { secrets })).toEqual({
      ok: false,
      failure: { kind: 'factor-unreadable' },
    });
    expect(await signInWith(people, ada.email, '', { secrets })).toMatchObject({ failure: { kind: 'code-needed' } });
    const opened = await signInWith(people, ada.email, recoveryCodes[0] ?? '', { secrets });
    expect(opened).toMatchObject({ ok: true });
    const ctx = await people.ctxOf(opened.ok ? opened.value.secret : '');
    expect(ctx && (await viewOwnFactors({ ...ctx, secrets }, {}))).toMatchObject({ value: { totp: 'unreadable' } });
  });
});

async function secretOf(people: ReturnType<typeof peoplePerTest>, code: string): Promise<string> {
  const opened = await signInWith(people, ada.email, code);
  return opened.ok ? opened.value.secret : '';
}
