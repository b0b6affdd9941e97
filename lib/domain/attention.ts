import { addDays, type Day, daysBetween } from './day';
import type { Freshness } from './freshness';
import type { Gap, GapReason } from './gap';
import type { ReviewDraft } from './review';
import type { RunFailure } from './run';
import type { Target } from './target';
import type { Progress } from './target-progress';
import type { Week } from './week';

/** A gap stays in the list for a week after its end; a token is announced a month before its last day. */
const gapDays = 7;
const tokenDays = 30;

export type Severity = 'bad' | 'warn';

/** What needs somebody, most urgent first. */
export type Attention = { readonly severity: Severity } & (
  | { readonly kind: 'no-connection' }
  | { readonly kind: 'token-expired'; readonly on: Day }
  | { readonly kind: 'token-expires'; readonly on: Day; readonly inDays: number }
  | {
      readonly kind: 'stale';
      readonly lastDay: Day;
      readonly days: number;
      readonly cause: GapReason;
      readonly nextTryAt: Date;
    }
  | { readonly kind: 'failing'; readonly failure: RunFailure; readonly nextTryAt: Date }
  | { readonly kind: 'gap'; readonly gap: Gap }
  | { readonly kind: 'review-due'; readonly week: Week; readonly draft: Draft | null }
  | { readonly kind: 'target-off'; readonly target: Target; readonly progress: Progress }
);

type Draft = Pick<ReviewDraft, 'changedByName' | 'changedAt'>;

/** What people set themselves: reviews that wait, oldest first, and targets that will be missed. */
export function watchedOf({
  reviews,
  targets,
}: {
  readonly reviews: readonly { readonly week: Week; readonly draft: Draft | null }[];
  readonly targets: readonly { readonly target: Target; readonly progress: Progress }[];
}): Attention[] {
  return [
    ...reviews.toReversed().map(({ week, draft }) => ({ kind: 'review-due', severity: 'warn', week, draft }) as const),
    ...targets
      .filter(({ progress }) => progress.state === 'behind' || progress.state === 'out-of-reach')
      .map((judged) => ({ kind: 'target-off', severity: 'warn', ...judged }) as const),
  ];
}

/** Lists of what needs somebody in one, bad before warn, otherwise in the order they came. */
export const byUrgency = (...lists: readonly (readonly Attention[])[]): Attention[] =>
  lists.flat().sort((a, b) => rank[a.severity] - rank[b.severity]);

export type AttentionQuestion = {
  readonly today: Day;
  readonly connection: { readonly tokenExpiresOn: Day | null } | null;
  readonly freshness: Freshness;
  readonly gaps: readonly Gap[];
};

/**
 * What the capture needs somebody for, most urgent first; empty when all is well. `gaps` are oldest first and come out newest first,
 * without those that the stale numbers already tell. `connection` is null when none is set up, its `tokenExpiresOn` when the token
 * never expires (a choice at its creation: Enpass help, "API Access Management").
 */
export function attentionOf({ today, connection, freshness, gaps }: AttentionQuestion): Attention[] {
  const missed = freshness.kind === 'missed' ? freshness : null;
  const recent = gaps.filter((gap) => gap.to >= addDays(today, -gapDays) && !(missed && gap.from > missed.lastDay));
  const all: Attention[] = [
    ...(connection ? token(today, connection.tokenExpiresOn) : [{ kind: 'no-connection', severity: 'bad' } as const]),
    ...age(freshness),
    ...recent.toReversed().map((gap) => ({ kind: 'gap', severity: 'bad', gap }) as const),
  ];
  return byUrgency(all);
}

const rank: Record<Severity, number> = { bad: 0, warn: 1 };

function token(today: Day, on: Day | null): Attention[] {
  if (on === null) return [];
  const inDays = daysBetween(today, on);
  if (inDays < 0) return [{ kind: 'token-expired', severity: 'bad', on }];
  return inDays <= tokenDays ? [{ kind: 'token-expires', severity: 'warn', on, inDays }] : [];
}

function age(freshness: Freshness): Attention[] {
  switch (freshness.kind) {
    case 'taken':
    case 'not-due':
      return [];
    case 'trying':
      return freshness.failure
        ? [{ kind: 'failing', severity: 'warn', failure: freshness.failure, nextTryAt: freshness.nextTryAt }]
        : [];
    case 'missed': {
      const { lastDay, days, cause, nextTryAt } = freshness;
      return [{ kind: 'stale', severity: 'bad', lastDay, days, cause, nextTryAt }];
    }
  }
}
