import type { Annotation } from '@/lib/domain/annotation';
import type { Answers, ReviewDraft, Revision } from '@/lib/domain/review';
import type { Target, TargetChange } from '@/lib/domain/target';
import type { DaySpan } from './store';

export type ReviewStore = {
  of(organisationId: string, week: string): Promise<ReviewDraft | null>;
  /** Weeks from `from` to `to`, both included, that somebody has written about. */
  between(organisationId: string, span: DaySpan): Promise<ReviewDraft[]>;
  /** Writes over exactly `version` (0: nobody has begun) and counts it up; false when somebody else was faster. */
  save(
    organisationId: string,
    review: Answers & { week: string; version: number; completed: boolean; changedByName: string; changedAt: Date },
  ): Promise<boolean>;
};

export type RevisionStore = {
  /** Appends the next revision of a week; `document` is asked for its text when its number is certain. */
  append(
    organisationId: string,
    revision: Omit<Revision, 'number' | 'document' | 'hash'> & { document: (number: number) => string },
  ): Promise<Revision>;
  /** Oldest first. */
  of(organisationId: string, week: string): Promise<Omit<Revision, 'document'>[]>;
  one(organisationId: string, week: string, number: number): Promise<Revision | null>;
  latest(organisationId: string, week: string): Promise<Revision | null>;
  /** How many each week of the span has, both ends included; weeks without any are left out. */
  counts(organisationId: string, span: DaySpan): Promise<ReadonlyMap<string, number>>;
};

type By = { readonly at: Date; readonly byName: string };

export type TargetStore = {
  create(organisationId: string, target: Target, by: By): Promise<void>;
  /** By due day, without removed ones. */
  all(organisationId: string): Promise<Target[]>;
  byId(organisationId: string, id: string): Promise<Target | null>;
  /** False when it is not there or removed. */
  change(
    organisationId: string,
    id: string,
    change: Pick<Target, 'value' | 'dueDay' | 'direction'> & By,
  ): Promise<boolean>;
  remove(organisationId: string, id: string, by: By): Promise<boolean>;
  /** Oldest first. */
  history(organisationId: string, id: string): Promise<TargetChange[]>;
};

export type AnnotationPage = { readonly annotations: Annotation[]; readonly next: string | null };

export type AnnotationStore = {
  create(organisationId: string, annotation: Omit<Annotation, 'changedByName' | 'changedAt'>): Promise<void>;
  /** Those that touch the span, oldest first. */
  touching(organisationId: string, span: DaySpan): Promise<Annotation[]>;
  /** Those that touch the span, newest first; null for a cursor that was never given out. */
  page(
    organisationId: string,
    page: DaySpan & { limit: number; cursor: string | null },
  ): Promise<AnnotationPage | null>;
  byId(organisationId: string, id: string): Promise<Annotation | null>;
  change(
    organisationId: string,
    id: string,
    change: Pick<Annotation, 'from' | 'to' | 'title' | 'kind'> & { changedByName: string; changedAt: Date },
  ): Promise<boolean>;
  remove(organisationId: string, id: string): Promise<boolean>;
};
