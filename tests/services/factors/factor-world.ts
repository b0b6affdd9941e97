import { Secret, TOTP } from 'otpauth';
import { signIn } from '@/lib/services/access/sign-in';
import type { Context } from '@/lib/services/context';
import { beginTotp } from '@/lib/services/factors/begin-totp';
import { confirmTotp } from '@/lib/services/factors/confirm-totp';
import { castPassword } from '../../../demo/cast';
import type { peoplePerTest } from '../people/people-world';

type People = ReturnType<typeof peoplePerTest>;

/** What the person's phone shows at an instant. */
export const codeOf = (secret: string, at: Date): string =>
  new TOTP({ secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: 30 }).generate({
    timestamp: at.getTime(),
  });

/** An app set up by whoever this is, and what they were told once. Half a minute later, so that a fresh code is there. */
export async function enrolled(people: People, ctx: Context) {
  const begun = await beginTotp(ctx, {});
  if (!begun.ok) throw new Error(begun.failure.kind);
  const { secret } = begun.value;
  const done = await confirmTotp(ctx, { code: codeOf(secret, people.world.clock.now()) });
  if (!done.ok) throw new Error(done.failure.kind);
  people.pass(30_000);
  return { secret, recoveryCodes: done.value.recoveryCodes, code: () => codeOf(secret, people.world.clock.now()) };
}

/** A try to sign in with a code, in this process or another. */
export const signInWith = (people: People, email: string, code: string, inside: Partial<Context> = {}) =>
  signIn({ ...people.nobody, ...inside }, { email, password: castPassword, code, userAgent: 'Vitest' });
