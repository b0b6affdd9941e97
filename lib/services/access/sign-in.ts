import { z } from 'zod';
import { fail, ok, type Result } from '@/lib/domain/result';
import type { Context } from '../context';
import type { CodeFailure } from '../factors/parts/judge-code';
import { fingerprint } from '../parts/random-secret';
import { service } from '../service';
import { isHalfWay } from './parts/half-way';
import { type CodeNeeded, judgeSecondFactor } from './parts/judge-second-factor';
import { openSession, type SignedIn } from './parts/open-session';

export type SignInFailure =
  | { readonly kind: 'wrong-credentials' }
  | { readonly kind: 'sign-in-late' }
  | CodeNeeded
  | CodeFailure
  | { readonly kind: 'too-many'; readonly retryAfterSeconds: number };

/** Judges one guess. Unknown, disabled and wrong are told apart by nothing: not by words, not by time. */
export const signIn = service({
  permission: 'anyone',
  input: z
    .object({
      email: z.string().trim().toLowerCase().min(1, { error: 'Enter your e-mail address.' }).max(254),
      password: z.string().max(1024).default(''),
      /** Six digits or a recovery code, of who has a second factor. */
      code: z.string().trim().max(40).default(''),
      /** In place of the password: what an earlier answer gave for it. */
      half: z.string().max(1000).default(''),
      userAgent: z.string().default(''),
    })
    .refine(({ password, half }) => password !== '' || half !== '', {
      path: ['password'],
      error: 'Enter your password.',
    }),
  run: async (ctx, { email, userAgent, ...given }): Promise<Result<SignedIn, SignInFailure>> => {
    const account = await fingerprint(email);
    const halted = await count(ctx, account);
    if (halted !== null) return fail(halted);
    const known = await ctx.store.people.credentials(email);
    const judged = await judge(ctx, known, given);
    if (!judged.ok && judged.failure.kind === 'code-needed') await takeBack(ctx, account);
    const opened = judged.ok ? await open(ctx, { email, known: judged.value, userAgent }) : null;
    if (opened !== null) {
      await ctx.limits.guessesPerAccount.reset(account);
      await ctx.limits.guessesPerNetwork.refund(ctx.network ?? '');
      return ok(opened);
    }
    const failure: SignInFailure = judged.ok ? { kind: 'wrong-credentials' } : judged.failure;
    if (failure.kind !== 'code-needed') {
      const detail = failure.kind === 'wrong-credentials' ? {} : { why: failure.kind };
      await ctx.audit('sign-in-refused', { target: known === null ? 'unknown' : email, detail });
    }
    return fail(failure);
  },
});

type Credentials = NonNullable<Awaited<ReturnType<Context['store']['people']['credentials']>>>;
type Given = { readonly password: string; readonly code: string; readonly half: string };

/** The password first, and of who has a second factor that one then. */
async function judge(
  ctx: Context,
  known: Credentials | null,
  { password, code, half }: Given,
): Promise<Result<Credentials, SignInFailure>> {
  if (half !== '' && (known === null || !(await isHalfWay(ctx, known, half)))) return fail({ kind: 'sign-in-late' });
  const matches = half !== '' || (await ctx.passwords.verify(known?.passwordHash ?? null, password));
  if (known === null || !matches || known.status !== 'active') return fail({ kind: 'wrong-credentials' });
  const second = await judgeSecondFactor(ctx, { known, code });
  return second.ok ? ok(known) : second;
}

type Opening = { readonly email: string; readonly known: Credentials; readonly userAgent: string };

const open = (ctx: Context, { email, known, userAgent }: Opening): Promise<SignedIn | null> =>
  openSession(ctx, {
    userId: known.id,
    signedInBy: 'password',
    userAgent,
    stillRight: async (store) => (await store.people.credentials(email))?.passwordHash === known.passwordHash,
  });

/** A right password that a code must follow is no wrong guess. */
async function takeBack({ limits, network }: Context, account: string): Promise<void> {
  await limits.guessesPerAccount.refund(account);
  await limits.guessesPerNetwork.refund(network ?? '');
}

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
