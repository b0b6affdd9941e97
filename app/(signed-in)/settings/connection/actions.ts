'use server';

import { revalidatePath } from 'next/cache';
import { countFields } from '@/lib/domain/snapshot';
import { saveConnection } from '@/lib/services/connection/save-connection';
import { type ConnectionTest, testConnection } from '@/lib/services/connection/test-connection';
import type { Context } from '@/lib/services/context';
import { type ConnectionTestWords, stepWords } from '@/lib/views/words/connection';
import { failureWords } from '@/lib/views/words/failures';
import { durationWords, timeWords } from '@/lib/views/words/numbers';
import { actFor } from '../../../_doors/answer/act';
import { type FormState, typedIn } from '../../../_ui/form-state';

export type ConnectionState = FormState & { readonly test: ConnectionTestWords | null };

const secret = ['token'];

/** Save and Test are two buttons of one form; the pressed one says which in `do`. */
export async function submitConnection(_: ConnectionState, form: FormData): Promise<ConnectionState> {
  return form.get('do') === 'test' ? test(form) : save(form);
}

async function save(form: FormData): Promise<ConnectionState> {
  const unsaid = !form.get('tokenExpiresOn') && !form.get('never');
  const { state } = await actFor({
    form,
    secret,
    // A script may leave the day out; this form may not, and what is no day is refused with all else that is wrong.
    run: (ctx, { baseUrl, token, tokenExpiresOn, never }) =>
      saveConnection(ctx, { baseUrl, token, tokenExpiresOn: never ? null : tokenExpiresOn || 'unsaid' }),
    done: ({ tokenLast4 }) => `Saved. Readings now use the token ending in ${tokenLast4}.`,
  });
  if (state.done) revalidatePath('/', 'layout');
  const problems = state.problems.map((problem) =>
    unsaid && problem.path === 'tokenExpiresOn' ? { ...problem, message: dayWanted } : problem,
  );
  return { ...state, problems, test: null };
}

const dayWanted = 'Enter the date the Enpass console shows, or tick Never.';

async function test(form: FormData): Promise<ConnectionState> {
  const { state, value } = await actFor({
    form,
    secret,
    run: async (ctx, { baseUrl, token }) => {
      const tested = await testConnection(ctx, { baseUrl, token });
      return tested.ok ? { ok: true as const, value: wordsOf(tested.value, ctx) } : tested;
    },
    done: () => null,
  });
  // What was typed stays: a test is a step on the way to Save.
  return { ...state, values: typedIn(form, secret), test: value };
}

function wordsOf(test: ConnectionTest, ctx: Context): ConnectionTestWords {
  const { timeZone } = ctx.organisation;
  const failed = test.failure ? failureWords(test.failure) : null;
  return {
    at: timeWords(test.testedAt, { now: test.testedAt, timeZone }),
    tested: `Tested with ${test.baseUrl} and the token ending in ${test.tokenLast4}`,
    steps: stepWords(test.steps, test.failure),
    outcome: failed
      ? { ok: false, fact: failed.cause, advice: failed.cure }
      : {
          ok: true,
          fact: `Enpass answered with all ${countFields.length} counts in ${tookWords(test.tookMs)}.`,
          advice: 'Save to use this connection from now on.',
        },
  };
}

const tookWords = (ms: number): string => (ms < 1000 ? `${ms} ms` : durationWords(ms));
