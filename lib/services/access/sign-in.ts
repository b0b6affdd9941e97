import { z } from 'zod';
import type { Credentials, Person } from '@/lib/adapters/db/stores/people';
import { fail, ok, type Result } from '@/lib/domain/result';
import type { Context } from '../context';
import { service } from '../service';
import { countGuess, type TooMany } from './parts/count-guess';
import { deviceMark, knownDevice } from './parts/known-device';
import { openSession } from './parts/open-session';

export type SignInFailure = { readonly kind: 'wrong-credentials' } | TooMany;

type SignedIn = {
  readonly secret: string;
  readonly person: Pick<Person, 'id' | 'name' | 'email'>;
  /** For the browser to keep; null where it is known already, so that signing in gives no guesses back. */
  readonly device: string | null;
};

const input = z.object({
  email: z.string().trim().toLowerCase().min(1, { error: 'Enter your e-mail address.' }).max(254),
  password: z.string().min(1, { error: 'Enter your password.' }).max(1024),
  userAgent: z.string().default(''),
  /** The marks of known devices that the browser brought, whoever they are of. */
  devices: z.array(z.string().max(200)).max(50).default([]),
  /** The secret of the session that the browser still has. */
  replaces: z.string().max(200).nullable().default(null),
});

type Input = z.output<typeof input>;

/** Judges one guess. Unknown, disabled and wrong are told apart by nothing: not by words, not by time. */
export const signIn = service({
  permission: 'anyone',
  input,
  run: async (ctx, given): Promise<Result<SignedIn, SignInFailure>> => {
    const { email, password } = given;
    const known = await ctx.store.people.credentials(email);
    const device = await knownDevice(ctx, known, given.devices);
    const guess = await countGuess(ctx, { account: email, own: device && `device ${known?.id} ${device}` });
    if (!guess.ok) return guess;
    // Asked of everybody, so that nobody learns by time whose password would not do.
    const matches = await ctx.passwords.verify(known?.passwordHash ?? null, password);
    const mayEnter = known?.status === 'active' && (known.isBreakGlass || ctx.config.signIn.mode !== 'sso');
    const opened = known && matches && mayEnter ? await open(ctx, given, known) : null;
    if (known === null || opened === null) {
      await ctx.audit('sign-in-refused', { target: known === null ? 'unknown' : email });
      return fail({ kind: 'wrong-credentials' });
    }
    await guess.value.wasRight();
    return ok({ ...opened, device: device === null ? await deviceMark(ctx, known) : null });
  },
});

function open(ctx: Context, { email, userAgent, replaces }: Input, judged: Credentials) {
  return ctx.store.atomically(async (store): Promise<Omit<SignedIn, 'device'> | null> => {
    // Writing first locks the row: a password changed while the old one was being judged opens nothing.
    await store.people.signedIn(judged.id, ctx.clock.now());
    const current = await store.people.credentials(email);
    const person = await store.people.byId(ctx.organisation.id, judged.id);
    if (person?.status !== 'active' || current?.passwordHash !== judged.passwordHash) return null;
    return { secret: await openSession(ctx, { person, signedInBy: 'password', userAgent, replaces, store }), person };
  });
}
