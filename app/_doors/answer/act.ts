import 'server-only';
import { headers } from 'next/headers';
import { type FormState, proofField, typedIn } from '@/app/_ui/form-state';
import { fail, ok, type Result } from '@/lib/domain/result';
import { world } from '@/lib/runtime/runtime';
import { type Context, confirmedSince } from '@/lib/services/context';
import { confirmYourself } from '@/lib/services/factors/confirm-yourself';
import { databaseRefusal } from '@/lib/services/parts/database-away';
import { setUnavailable } from '@/server/response-status';
import { isSameOrigin } from '@/server/same-origin';
import { enterAsNobody, signedIn } from '../enter/enter';
import { type KnownFailure, problems } from './problems';

type Act<T> = {
  form: FormData;
  /** Fields whose text is never sent back. */
  secret?: readonly string[];
  /** `nobody`: for sign-in, set-up and one-time links only. */
  as?: 'person' | 'nobody';
  run: (ctx: Context, input: Record<string, string>) => Promise<Result<T, KnownFailure>>;
  /** What the page says when it worked. */
  done?: (value: T) => string | null;
};

/** The door of forms: proves where the form came from, asks a service, and turns its result into what the form shows next. */
export async function act<T>({ form, secret = [], as = 'person', run, done }: Act<T>): Promise<FormState> {
  return (await actFor({ form, secret, as, run, ...(done ? { done } : {}) })).state;
}

/** The same for forms that show something of the result once, such as a new token: `value` is null unless it worked. */
export async function actFor<T>({
  form,
  secret = [],
  as = 'person',
  run,
  done = () => 'Saved.',
}: Act<T>): Promise<{ state: FormState; value: T | null }> {
  const result = await judge({ form, as, run });
  if (result.ok) return { state: { problems: [], values: {}, done: done(result.value) }, value: result.value };
  return { state: { problems: told(result.failure), values: typedIn(form, secret), done: null }, value: null };
}

async function judge<T>({
  form,
  as,
  run,
}: Required<Pick<Act<T>, 'form' | 'as' | 'run'>>): Promise<Result<T, KnownFailure>> {
  // Anybody may send an action whatever they like.
  if (!(form instanceof FormData)) throw new TypeError('an action was sent no form');
  try {
    const { config } = await world();
    if (!isSameOrigin({ method: 'POST', headers: await headers() }, config.publicUrl)) return refuseForeign();
    if (as === 'nobody') return await run(await enterAsNobody(), typedIn(form));
    const entered = await asPerson(form.get(proofField));
    return entered.ok ? await run(entered.value, typedIn(form)) : entered;
  } catch (error) {
    const kind = databaseRefusal(error);
    if (kind === null) throw error;
    setUnavailable();
    return refuse(kind);
  }
}

/** A form that was refused until its sender confirms themselves comes again with a field for that. */
async function asPerson(proof: FormDataEntryValue | null): Promise<Result<Context, KnownFailure>> {
  const ctx = await signedIn();
  if (ctx === null) return refuse('not-signed-in');
  if (typeof proof !== 'string' || proof === '') return ok(ctx);
  const confirmed = await confirmYourself(ctx, { proof });
  return confirmed.ok ? ok(confirmedSince(ctx, confirmed.value.at)) : fail(confirmed.failure);
}

/** Whoever is signed in did not mean it: the entry names them as who was used. */
async function refuseForeign() {
  const ctx = (await signedIn()) ?? (await enterAsNobody());
  await ctx.audit('denied', { target: 'cross-origin' });
  return refuse('cross-origin');
}

const refuse = (kind: KnownFailure['kind']) => ({ ok: false as const, failure: { kind } });

export function told(failure: KnownFailure): FormState['problems'] {
  if (failure.errors !== undefined) return failure.errors;
  if (failure.kind === 'not-signed-in') {
    return [{ path: '', message: 'Your session is over. Sign in in another tab, then send this again.' }];
  }
  if (failure.kind === 'confirm-yourself') {
    return [{ path: proofField, message: 'Confirm that it is you: enter your password or a code.' }];
  }
  if (failure.retryAfterSeconds !== undefined) {
    return [{ path: '', message: `Too many tries. Wait ${waitInWords(failure.retryAfterSeconds)}, then try again.` }];
  }
  const { title, detail } = problems[failure.kind];
  return [{ path: '', message: `${title}. ${detail}` }];
}

export const waitInWords = (seconds: number): string =>
  seconds < 60 ? 'a minute' : `${Math.ceil(seconds / 60)} minutes`;
