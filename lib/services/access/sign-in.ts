import { z } from 'zod';
import type { Person } from '@/lib/adapters/db/stores/people';
import { fail, ok, type Result } from '@/lib/domain/result';
import { sessionLifetime } from '@/lib/domain/session';
import type { Context } from '../context';
import { auditAs } from '../parts/audit-as';
import { fingerprint, randomSecret } from '../parts/random-secret';
import { service } from '../service';

export type SignInFailure =
  | { readonly kind: 'wrong-credentials' }
  | { readonly kind: 'too-many'; readonly retryAfterSeconds: number };

type SignedIn = { readonly secret: string; readonly person: Pick<Person, 'id' | 'name' | 'email'> };

/** Judges one guess. Unknown, disabled and wrong are told apart by nothing: not by words, not by time. */
export const signIn = service({
  permission: 'anyone',
  input: z.object({
    email: z.string().trim().toLowerCase().min(1, { error: 'Enter your e-mail address.' }).max(254),
    password: z.string().min(1, { error: 'Enter your password.' }).max(1024),
    userAgent: z.string().default(''),
  }),
  run: async (ctx, { email, password, userAgent }): Promise<Result<SignedIn, SignInFailure>> => {
    const account = await fingerprint(email);
    const halted = await count(ctx, account);
    if (halted !== null) return fail(halted);
    const known = await ctx.store.people.credentials(email);
    const matches = await ctx.passwords.verify(known?.passwordHash ?? null, password);
    const opened =
      known && matches && known.status === 'active' ? await openSession(ctx, email, known, userAgent) : null;
    if (opened === null) {
      await ctx.audit('sign-in-refused', {
        ...(known === null ? {} : { target: known.id }),
        said: { target: known === null ? 'unknown' : email },
      });
      return fail({ kind: 'wrong-credentials' });
    }
    await ctx.limits.guessesPerAccount.reset(account);
    await ctx.limits.guessesPerNetwork.refund(ctx.network ?? '');
    return ok(opened);
  },
});

/** Counts the guess before it is evaluated, so that many at once are no way around. */
async function count(ctx: Context, account: string): Promise<SignInFailure | null> {
  const network = await ctx.limits.guessesPerNetwork.check(ctx.network ?? '');
  if (!network.allowed) {
    ctx.log.warn('sign-in-halted', { network: ctx.network, retryAfterSeconds: network.retryAfterSeconds });
    return { kind: 'too-many', retryAfterSeconds: network.retryAfterSeconds };
  }
  const guesses = await ctx.limits.guessesPerAccount.check(account);
  if (guesses.allowed) return null;
  await ctx.audit('sign-in-halted', { detail: { retryAfterSeconds: guesses.retryAfterSeconds } });
  return { kind: 'too-many', retryAfterSeconds: guesses.retryAfterSeconds };
}

type Credentials = NonNullable<Awaited<ReturnType<Context['store']['people']['credentials']>>>;

async function openSession(
  ctx: Context,
  email: string,
  judged: Credentials,
  userAgent: string,
): Promise<SignedIn | null> {
  const secret = randomSecret();
  const id = await fingerprint(secret);
  const now = ctx.clock.now();
  return ctx.store.atomically(async (store) => {
    // Writing first locks the row: a password changed while the old one was being judged opens nothing.
    await store.people.signedIn(judged.id, now);
    const current = await store.people.credentials(email);
    const person = await store.people.byId(ctx.organisation.id, judged.id);
    if (person?.status !== 'active' || current?.passwordHash !== judged.passwordHash) return null;
    await store.sessions.create({
      id,
      userId: person.id,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + sessionLifetime.longestMs),
      userAgent: userAgent.slice(0, 300),
    });
    await auditAs(ctx, person, { action: 'signed-in', store });
    return { secret, person };
  });
}
