import { difference } from './change';
import { funnelOf } from './funnel';
import type { AdoptionCounts, CountField } from './snapshot';

/** Movement into a stage. Net: the source counts people, it does not follow them. */
export type Flow = {
  readonly from: CountField;
  readonly to: CountField;
  readonly waiting: CountField;
  /** The stage's count at the end minus at the start. */
  readonly net: number | null;
  /** Net flow a week over the last four complete weeks. */
  readonly pacePerWeek: number | null;
  readonly pending: number | null;
  /** Pending at that pace; null when the pace is unknown or not positive. */
  readonly weeksToClear: number | null;
};

export type FlowQuestion = {
  readonly now: AdoptionCounts;
  /** What the net flow is counted from: the close of the week before. */
  readonly start: AdoptionCounts | null;
  /** The close of the last complete week, and that of four weeks before it. */
  readonly pace: { readonly start: AdoptionCounts | null; readonly end: AdoptionCounts | null };
};

const paceWeeks = 4;

/**
 * The three stages that people move into (activated, onboarded, using), in that order. Net flow is a difference of counts, the
 * pace a net flow divided by the four weeks between its closes, both in people; null where a count or a close is unknown.
 */
export const flowsOf = ({ now, start, pace }: FlowQuestion): Flow[] =>
  funnelOf(now)
    .stages.slice(1)
    .map(({ id, before, waiting, pending }) => {
      const moved = difference(pace.start?.[id] ?? null, pace.end?.[id] ?? null);
      const pacePerWeek = moved === null ? null : moved / paceWeeks;
      return {
        from: before,
        to: id,
        waiting,
        net: difference(start?.[id] ?? null, now[id]),
        pacePerWeek,
        pending,
        weeksToClear: pending === null || pacePerWeek === null || pacePerWeek <= 0 ? null : pending / pacePerWeek,
      };
    });

/**
 * Where people wait longest: the pending group that clears last at its pace; one that does not clear at all comes first, the
 * largest of them. Null when nobody waits anywhere, or when a group or the pace it needs is unknown.
 */
export function bottleneckOf(flows: readonly Flow[]): Flow | null {
  const waiting = flows.filter(({ pending }) => pending !== 0);
  if (waiting.some(({ pending, pacePerWeek }) => pending === null || pacePerWeek === null)) return null;
  const stuck = waiting.filter(({ weeksToClear }) => weeksToClear === null);
  return stuck.length > 0
    ? largest(stuck, ({ pending }) => pending)
    : largest(waiting, ({ weeksToClear }) => weeksToClear);
}

const largest = (flows: readonly Flow[], of: (flow: Flow) => number | null): Flow | null =>
  flows.reduce<Flow | null>((best, flow) => (best === null || (of(flow) ?? 0) > (of(best) ?? 0) ? flow : best), null);
