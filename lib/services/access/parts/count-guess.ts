import { fail, ok, type Result } from '@/lib/domain/result';
import type { Context } from '../../context';
import { fingerprint } from '../../parts/random-secret';

export type TooMany = { readonly kind: 'too-many'; readonly retryAfterSeconds: number };

export type Guess = {
  /** A right guess costs nothing and gives nothing back: counters are as before it. */
  wasRight(): Promise<void>;
};

type Guessed = {
  /** The address of the account, as it was typed. */
  readonly account: string;
  /** What has guesses of its own, whatever strangers do: a known browser, a session. Null for strangers. */
  readonly own: string | null;
};

/**
 * Counts a guess at somebody's password or code before it is evaluated, so that many at once are no way around; what fails is not to be
 * evaluated. One attempt is one guess, however many secrets it brings.
 */
export const countGuess = (ctx: Context, { account, own }: Guessed): Promise<Result<Guess, TooMany>> =>
  own === null ? ofStranger(ctx, account) : ofDevice(ctx, own);

/** Whoever is known shares no counter with anybody: neither guesses at the account nor those of a network lock them out. */
async function ofDevice(ctx: Context, own: string): Promise<Result<Guess, TooMany>> {
  const { allowed, retryAfterSeconds, refund } = await ctx.limits.guessesPerDevice.check(await fingerprint(own));
  return allowed ? ok({ wasRight: refund }) : halted(ctx, retryAfterSeconds);
}

async function ofStranger(ctx: Context, account: string): Promise<Result<Guess, TooMany>> {
  const network = await ctx.limits.guessesPerNetwork.check(ctx.network ?? '');
  if (!network.allowed) {
    const { retryAfterSeconds } = network;
    ctx.log.warn('sign-in-halted', { network: ctx.network, retryAfterSeconds });
    return fail({ kind: 'too-many', retryAfterSeconds });
  }
  const guesses = await ctx.limits.guessesPerAccount.check(await fingerprint(account.trim().toLowerCase()));
  if (!guesses.allowed) return halted(ctx, guesses.retryAfterSeconds);
  return ok({ wasRight: async () => void (await Promise.all([network.refund(), guesses.refund()])) });
}

async function halted(ctx: Context, retryAfterSeconds: number) {
  await ctx.audit('sign-in-halted', { detail: { retryAfterSeconds } });
  return fail<TooMany>({ kind: 'too-many', retryAfterSeconds });
}
