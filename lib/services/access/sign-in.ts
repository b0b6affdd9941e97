import { z } from 'zod';
import type { Credentials } from '@/lib/adapters/db/stores/people';
import { fail, ok, type Result } from '@/lib/domain/result';
import type { Context } from '../context';
import type { CodeFailure } from '../factors/parts/judge-code';
import { service } from '../service';
import { countGuess, type TooMany } from './parts/count-guess';
import { isHalfWay } from './parts/half-way';
import { type CodeNeeded, judgeSecondFactor } from './parts/judge-second-factor';
import { deviceMark, knownDevice } from './parts/known-device';
import { openIfStillRight, type SignedIn } from './parts/open-if-still-right';

export type SignInFailure =
  | { readonly kind: 'wrong-credentials' }
  | { readonly kind: 'sign-in-late' }
  | CodeNeeded
  | CodeFailure
  | TooMany;

type SignedInHere = SignedIn & {
  /** For the browser to keep; null where it is known already, so that signing in gives no guesses back. */
  readonly device: string | null;
};

const input = z
  .object({
    email: z.string().trim().toLowerCase().min(1, { error: 'Enter your e-mail address.' }).max(254),
    password: z.string().max(1024).default(''),
    /** Six digits or a recovery code, of who has a second factor. */
    code: z.string().trim().max(40).default(''),
    /** In place of the password: what an earlier answer gave for it. */
    half: z.string().max(1000).default(''),
    userAgent: z.string().default(''),
    /** The marks of known devices that the browser brought, whoever they are of. */
    devices: z.array(z.string().max(200)).max(50).default([]),
    /** The secret of the session that the browser still has. */
    replaces: z.string().max(200).nullable().default(null),
  })
  .refine(({ password, half }) => password !== '' || half !== '', {
    path: ['password'],
    error: 'Enter your password.',
  });

type Input = z.output<typeof input>;

/** Judges one guess. Unknown, disabled and wrong are told apart by nothing: not by words, not by time. */
export const signIn = service({
  permission: 'anyone',
  input,
  run: async (ctx, given): Promise<Result<SignedInHere, SignInFailure>> => {
    const { email } = given;
    const known = await ctx.store.people.credentials(email);
    const device = await knownDevice(ctx, known, given.devices);
    const guess = await countGuess(ctx, { account: email, own: device && `device ${known?.id} ${device}` });
    if (!guess.ok) return guess;
    const judged = await judge(ctx, known, given);
    // A right password that a code must follow is no wrong guess.
    if (!judged.ok && judged.failure.kind === 'code-needed') await guess.value.wasRight();
    const opened = judged.ok ? await open(ctx, given, judged.value) : null;
    if (judged.ok && opened !== null) {
      await guess.value.wasRight();
      return ok({ ...opened, device: device === null ? await deviceMark(ctx, judged.value) : null });
    }
    const failure: SignInFailure = judged.ok ? { kind: 'wrong-credentials' } : judged.failure;
    if (failure.kind !== 'code-needed') {
      const detail = failure.kind === 'wrong-credentials' ? {} : { why: failure.kind };
      await ctx.audit('sign-in-refused', {
        ...(known === null ? {} : { target: known.id }),
        detail,
        said: { target: known === null ? 'unknown' : email },
      });
    }
    return fail(failure);
  },
});

/** The password first, and of who has a second factor that one then. */
async function judge(
  ctx: Context,
  known: Credentials | null,
  { password, code, half }: Input,
): Promise<Result<Credentials, SignInFailure>> {
  if (half !== '' && (known === null || !(await isHalfWay(ctx, known, half)))) return fail({ kind: 'sign-in-late' });
  // Asked of everybody, so that nobody learns by time whose password would not do.
  const matches = half !== '' || (await ctx.passwords.verify(known?.passwordHash ?? null, password));
  const mayEnter = known?.status === 'active' && (known.isBreakGlass || ctx.config.signIn.mode !== 'sso');
  if (known === null || !matches || !mayEnter) return fail({ kind: 'wrong-credentials' });
  const second = await judgeSecondFactor(ctx, { known, code });
  return second.ok ? ok(known) : second;
}

const open = (ctx: Context, { email, userAgent, replaces }: Input, known: Credentials): Promise<SignedIn | null> =>
  openIfStillRight(ctx, {
    userId: known.id,
    signedInBy: 'password',
    userAgent,
    replaces,
    stillRight: async (store) => (await store.people.credentials(email))?.passwordHash === known.passwordHash,
  });
