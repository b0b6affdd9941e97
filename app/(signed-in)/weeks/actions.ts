'use server';

import { revalidatePath } from 'next/cache';
import { ok } from '@/lib/domain/result';
import { type AnswerName, type Answers, answerNames } from '@/lib/domain/review';
import { completeReview } from '@/lib/services/complete-review';
import type { Context } from '@/lib/services/context';
import { reopenReview } from '@/lib/services/reopen-review';
import { answersOf, writeReview } from '@/lib/services/write-review';
import { savedWords } from '@/lib/views/weeks/review-words';
import { act, actFor, told } from '../../_doors/act';
import type { FieldProblem, FormState } from '../../_ui/form-state';
import type { ReviewFormState } from './_parts/review-form-state';

/** Saves the draft, and completes the review when that was asked for. */
export async function writeReviewForm(_: ReviewFormState, form: FormData): Promise<ReviewFormState> {
  const sent = answersIn(form, '');
  const { state, value } = await actFor({ form, run: (ctx) => write(ctx, form), done: () => null });
  if (!value) return { problems: state.problems, text: sent, kept: null, taken: [], clashes: {}, who: '' };
  const { kind, taken, clashes, text, review, other, problems, saved } = value;
  // The first save makes a draft of a week that was due, which the page and the navigation say.
  if (kind === 'completed' || review.version === 1) revalidatePath('/', 'layout');
  const kept = { version: review.version, text: kind === 'clash' ? answersOf(review) : text, words: saved };
  return { problems, text, kept, taken, clashes, who: other ?? '' };
}

export async function reopenForm(_: FormState, form: FormData): Promise<FormState> {
  const state = await act({ form, run: reopenReview, done: () => 'Reopened.' });
  if (state.done) revalidatePath('/', 'layout');
  return state;
}

async function write(ctx: Context, form: FormData) {
  const week = form.get('week');
  const version = Number(form.get('version'));
  const base = answersIn(form, 'base-');
  const result = await writeReview(ctx, { week, version, ...answersIn(form, ''), base });
  if (!result.ok) return result;
  const here = { now: ctx.clock.now(), timeZone: ctx.organisation.timeZone };
  const written = {
    ...result.value,
    problems: [] as readonly FieldProblem[],
    saved: savedWords(result.value.review, here),
  };
  if (form.get('intent') !== 'complete' || written.kind === 'clash') return ok(written);
  if (written.taken.length > 0) return ok({ ...written, problems: [readFirst] });
  const completed = await completeReview(ctx, { week, version: written.review.version });
  return ok(
    completed.ok ? { ...written, kind: 'completed' as const } : { ...written, problems: told(completed.failure) },
  );
}

const readFirst: FieldProblem = {
  path: '',
  message: 'Somebody else wrote in this review meanwhile. Read it as it is now, then complete it.',
};

/** A browser sends every line break as two characters and counts it as one. */
const answersIn = (form: FormData, prefix: string): Answers =>
  Object.fromEntries(
    answerNames.map((name): [AnswerName, string] => [name, textOf(form.get(`${prefix}${name}`))]),
  ) as Answers;

const textOf = (value: FormDataEntryValue | null): string =>
  typeof value === 'string' ? value.replaceAll('\r\n', '\n') : '';
