import { z } from 'zod';
import {
  longestAnswer,
  longestQuery,
  type ReviewDraft,
  type ReviewState,
  type Revision,
  reviewStates,
} from '@/lib/domain/review';
import { roles } from '@/lib/domain/roles';
import type { Week } from '@/lib/domain/week';
import { readReviewDocument } from '../views/weeks/review-document';
import { freeText, inDigits, instant, next, paging, week } from './common';

export const weekPath = z.strictObject({ week });

const numberError = { error: 'the number of a revision' };
const revisionNumber = inDigits(z.int(numberError).min(1, numberError).max(1_000_000, numberError));

export const revisionPath = z.strictObject({ week, number: revisionNumber });

const version = z
  .int({ error: 'the version that was shown' })
  .min(0, { error: 'the version that was shown' })
  .meta({ description: 'The version the text is based on; 0 when there was none. A stale one is answered 409' });

const answer = freeText(longestAnswer);
const answers = { happened: answer, why: answer, next: answer };

export const reviewInput = z.strictObject({ ...answers, version });

/** Text may come along: it is saved and frozen in one step. */
export const completeInput = z.strictObject({
  version,
  happened: answer.optional(),
  why: answer.optional(),
  next: answer.optional(),
});

export const reopenInput = z.strictObject({});

export const reviewSchema = z
  .strictObject({
    week,
    state: z.enum(reviewStates),
    happened: z.string(),
    why: z.string(),
    next: z.string(),
    version: z.int().min(0),
    changedBy: z.string().nullable(),
    changedAt: instant.nullable(),
    revisions: z.int().min(0).meta({ description: 'How often it was completed' }),
  })
  .meta({ id: 'Review', description: 'A weekly review as it is being written' });

export const revisionSchema = z
  .strictObject({
    week,
    number: z.int().min(1),
    hash: z.string().meta({ description: 'SHA-256 of the document as text, in hexadecimal' }),
    completedAt: instant,
    completedBy: z.strictObject({ name: z.string(), role: z.enum(roles) }),
  })
  .meta({ id: 'Revision', description: 'A completed review; it never changes' });

export const wholeRevisionSchema = revisionSchema
  .extend({
    text: z.string().meta({ description: 'The document as it is stored and hashed' }),
    document: z.looseObject({ format: z.literal('weekly-review/1') }).meta({ description: 'The same, parsed' }),
  })
  .meta({ id: 'WholeRevision' });

/** Words to look for in reviews; `cursor` is the last week of the page before. */
export const reviewSearch = z.strictObject({
  ...paging,
  q: z.string({ error: 'Enter words to look for' }).max(longestQuery, `At most ${longestQuery} characters`),
  cursor: week.optional(),
});

export const revisionsQuery = z.strictObject({ week, ...paging });
export const revisionListSchema = z.strictObject({ data: z.array(revisionSchema), next });

export type ReviewJson = z.output<typeof reviewSchema>;
export type RevisionJson = z.output<typeof revisionSchema>;

type Output = { week: Week; state: ReviewState; review: ReviewDraft | null; revisions: number };

/** `review` is null when nobody has written. */
export const reviewJson = ({ week: name, state, review, revisions }: Output): ReviewJson => ({
  week: name,
  state,
  ...(review ? writtenJson(review) : unwritten),
  revisions,
});

/** What somebody else saved meanwhile, inside a conflict. */
export const theirsJson = (review: ReviewDraft) => ({ week: review.week, ...writtenJson(review) });

const writtenJson = ({ happened, why, next: then, version: saved, changedByName, changedAt }: ReviewDraft) => ({
  happened,
  why,
  next: then,
  version: saved,
  changedBy: changedByName,
  changedAt: changedAt.toISOString(),
});

const unwritten = { happened: '', why: '', next: '', version: 0, changedBy: null, changedAt: null };

export const revisionJson = (revision: Omit<Revision, 'document'>): RevisionJson => ({
  week: revision.week,
  number: revision.number,
  hash: revision.hash,
  completedAt: revision.completedAt.toISOString(),
  completedBy: { name: revision.completedByName, role: revision.completedByRole },
});

export const wholeRevisionJson = (revision: Revision): z.output<typeof wholeRevisionSchema> => ({
  ...revisionJson(revision),
  text: revision.document,
  document: readReviewDocument(revision.document),
});
