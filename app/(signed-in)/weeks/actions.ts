'use server';

import { revalidatePath } from 'next/cache';
import { reopenReview } from '@/lib/services/weeks/reopen-review';
import { act, actFor } from '../../_doors/answer/act';
import type { FormState } from '../../_ui/form-state';
import { type ReviewFormState, unwritten } from './_parts/review-form-state';
import { answersIn, formStateOf, writeForm } from './_parts/write-form';

/** Saves the draft, and completes the review when that was asked for. */
export async function writeReviewForm(_: ReviewFormState, form: FormData): Promise<ReviewFormState> {
  const { state, value } = await actFor({ form, run: (ctx) => writeForm(ctx, form), done: () => null });
  if (!value) return { ...unwritten, problems: state.problems, text: answersIn(form) };
  // The first save makes a draft of a week that was due, which the page and the navigation say.
  if (value.kind === 'completed' || value.review.version === 1) revalidatePath('/', 'layout');
  return formStateOf(value);
}

export async function reopenForm(_: FormState, form: FormData): Promise<FormState> {
  const state = await act({ form, run: reopenReview, done: () => 'Reopened.' });
  if (state.done) revalidatePath('/', 'layout');
  return state;
}
