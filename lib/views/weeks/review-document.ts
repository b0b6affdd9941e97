import { canonicalJson } from '@/lib/domain/canonical-json';
import type { Day, TimeZone } from '@/lib/domain/day';
import type { MetricId } from '@/lib/domain/metrics/adoption';
import type { Answers } from '@/lib/domain/review';
import type { Role } from '@/lib/domain/roles';
import type { AdoptionCounts } from '@/lib/domain/snapshot';
import type { Week } from '@/lib/domain/week';
import type { WeekFacts } from '@/lib/domain/week-facts';
import type { WeekSheet } from './week-sheet';

/** A completed review: the numbers, every word that was shown, what was written, and who signed it when. Public in the API. */
export type ReviewDocument = {
  readonly format: 'weekly-review/1';
  readonly week: Week;
  readonly revision: number;
  readonly organisation: { readonly name: string; readonly timeZone: TimeZone };
  readonly numbers: {
    /** The closing snapshot; null for a week without one. */
    readonly close: { readonly day: Day; readonly takenAt: string; readonly counts: AdoptionCounts } | null;
    readonly lastClose: { readonly day: Day; readonly counts: AdoptionCounts } | null;
    readonly values: Readonly<Partial<Record<MetricId, number | null>>>;
    readonly changes: Readonly<Partial<Record<MetricId, number | null>>>;
    readonly means: Readonly<Partial<Record<MetricId, number | null>>>;
    readonly captured: number;
    readonly missing: readonly string[];
  };
  readonly sheet: WeekSheet;
  readonly answers: Answers;
  readonly signed: { readonly name: string; readonly role: Role; readonly at: string };
};

type Written = Pick<ReviewDocument, 'revision' | 'organisation' | 'answers'> & {
  readonly facts: WeekFacts;
  readonly sheet: WeekSheet;
  readonly signed: { readonly name: string; readonly role: Role; readonly at: Date };
};

/** The text that is stored, hashed and never written again. */
export const writeReviewDocument = ({ facts, sheet, revision, organisation, answers, signed }: Written): string =>
  canonicalJson({
    format: 'weekly-review/1',
    week: facts.week,
    revision,
    organisation: { name: organisation.name, timeZone: organisation.timeZone },
    numbers: numbersOf(facts),
    sheet,
    answers: { happened: answers.happened, why: answers.why, next: answers.next },
    signed: { ...signed, at: signed.at.toISOString() },
  } satisfies ReviewDocument);

/** Of a text that `writeReviewDocument` made: the chain of hashes stands for that. */
export const readReviewDocument = (text: string): ReviewDocument => JSON.parse(text) as ReviewDocument;

function numbersOf({ close, lastClose, metrics, quality }: WeekFacts): ReviewDocument['numbers'] {
  const each = (pick: (metric: WeekFacts['metrics'][number]) => number | null) =>
    Object.fromEntries(metrics.map((one) => [one.metric, pick(one)]));
  return {
    close: close && { day: close.day, takenAt: close.takenAt.toISOString(), counts: close.counts },
    lastClose: lastClose && { day: lastClose.day, counts: lastClose.counts },
    values: each(({ value }) => value),
    changes: each(({ change }) => change),
    means: each(({ mean }) => mean),
    captured: quality.captured,
    missing: quality.gaps.map(({ day }) => day),
  };
}
