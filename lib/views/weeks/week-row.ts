import type { GapDay } from '@/lib/domain/gap';
import type { ReviewState } from '@/lib/domain/review';
import type { Snapshot } from '@/lib/domain/snapshot';
import type { Week } from '@/lib/domain/week';

/** A week as lists tell it. */
export type WeekRow = {
  readonly week: Week;
  readonly unfinished: boolean;
  readonly close: Snapshot | null;
  readonly lastClose: Snapshot | null;
  readonly days: number;
  readonly gaps: readonly GapDay[];
  readonly review: ReviewState;
  /** How often it was completed: a draft with one of them is written anew, and readers have that one. */
  readonly revisions: number;
};
