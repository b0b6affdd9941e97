import 'server-only';
import { ok } from '@/lib/domain/result';
import { type AnswerName, type Answers, answerNames, answersOf } from '@/lib/domain/review';
import type { Context } from '@/lib/services/context';
import { completeReview } from '@/lib/services/weeks/complete-review';
import { type OtherWriter, writeReview } from '@/lib/services/weeks/write-review';
import { readFirstWords, savedWords } from '@/lib/views/weeks/review-words';
import { told } from '../../../_doors/answer/act';
import type { FieldProblem } from '../../../_ui/form-state';
import type { ReviewFormState } from './review-form-state';

/** Saves what the form holds, and completes the review when that was asked for. */
export async function writeForm(ctx: Context, form: FormData) {
  const week = form.get('week');
  const version = Number(form.get('version'));
  const base = answersIn(form, 'base-');
  const result = await writeReview(ctx, { week, version, ...answersIn(form), base });
  if (!result.ok) return result;
  const here = { now: ctx.clock.now(), timeZone: ctx.organisation.timeZone };
  const written = {
    ...result.value,
    problems: [] as readonly FieldProblem[],
    saved: savedWords(result.value.review, here),
  };
  if (form.get('intent') !== 'complete' || written.kind === 'clash') return ok(written);
  if (written.taken.length > 0) return ok({ ...written, problems: [readFirst(written.other)] });
  const completed = await completeReview(ctx, { week, version: written.review.version });
  return ok(
    completed.ok ? { ...written, kind: 'completed' as const } : { ...written, problems: told(completed.failure) },
  );
}

type Written = Extract<Awaited<ReturnType<typeof writeForm>>, { ok: true }>['value'];

/** What the form shows of it. */
export function formStateOf({ kind, taken, clashes, text, review, other, problems, saved }: Written): ReviewFormState {
  const kept = { version: review.version, text: kind === 'clash' ? answersOf(review) : text, words: saved };
  return { problems, text, kept, taken, clashes, who: other };
}

const readFirst = (other: OtherWriter | null): FieldProblem => ({ path: '', message: readFirstWords(other) });

/** A browser sends every line break as two characters and counts it as one. */
export const answersIn = (form: FormData, prefix = ''): Answers =>
  Object.fromEntries(
    answerNames.map((name): [AnswerName, string] => [name, textOf(form.get(`${prefix}${name}`))]),
  ) as Answers;

const textOf = (value: FormDataEntryValue | null): string =>
  typeof value === 'string' ? value.replaceAll('\r\n', '\n') : '';
