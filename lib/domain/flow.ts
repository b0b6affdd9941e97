import { difference } from './change';
import { type Day, daysBetween } from './day';
import { funnelOf } from './funnel';
import type { AdoptionCounts, CountField } from './snapshot';

/** Movement into a stage. Net: the source counts people, it does not follow them. */
export type Flow = {
  readonly from: CountField;
  readonly to: CountField;
  readonly waiting: CountField;
  /** The stage's count at the end minus at the start. */
  readonly net: number | null;
  /** Net flow a week between two closes about four weeks apart. */
  readonly pacePerWeek: number | null;
  readonly pending: number | null;
  readonly clearing: Clearing;
};

/** When a pending group is gone, or why no number of weeks can say so. */
export type Clearing =
  | { readonly kind: 'empty' }
  /** Pending at the four-week pace, if nobody new joins. */
  | { readonly kind: 'clears'; readonly weeks: number }
  /** People pass through, and more join than pass: its own growth a week. */
  | { readonly kind: 'grows'; readonly perWeek: number }
  /** The pace is not positive: nobody passes through, net. */
  | { readonly kind: 'stands' }
  | { readonly kind: 'unknown'; readonly missing: 'pending' | 'pace' };

/** A close with its day: how many days lie between two decides what a week's share is. */
export type Close = { readonly day: Day; readonly counts: AdoptionCounts };

export type FlowQuestion = {
  readonly now: AdoptionCounts;
  /** What the net flow is counted from: the close of the week before. */
  readonly start: AdoptionCounts | null;
  /** The close of the last complete week, and that of four weeks before it. */
  readonly pace: { readonly start: Close | null; readonly end: Close | null };
};

/**
 * The three stages that people move into (activated, onboarded, using), in that order. Net flow is a difference of counts; the pace
 * is one between two closes, x 7 / the days between them, both in people. Null where a count or a close is unknown.
 */
export const flowsOf = ({ now, start, pace }: FlowQuestion): Flow[] =>
  funnelOf(now)
    .stages.slice(1)
    .map(({ id, before, waiting, pending }) => {
      const pacePerWeek = perWeek(id, pace);
      const clearing = clearingOf({ pending, pacePerWeek, growth: perWeek(waiting, pace) });
      return {
        from: before,
        to: id,
        waiting,
        net: difference(start?.[id] ?? null, now[id]),
        pacePerWeek,
        pending,
        clearing,
      };
    });

function perWeek(id: CountField, { start, end }: FlowQuestion['pace']): number | null {
  const moved = difference(start?.counts[id] ?? null, end?.counts[id] ?? null);
  const days = start && end ? daysBetween(start.day, end.day) : 0;
  return moved === null || days <= 0 ? null : (moved * 7) / days;
}

type Queue = Pick<Flow, 'pending' | 'pacePerWeek'> & { readonly growth: number | null };

function clearingOf({ pending, pacePerWeek, growth }: Queue): Clearing {
  if (pending === null) return { kind: 'unknown', missing: 'pending' };
  if (pending === 0) return { kind: 'empty' };
  if (pacePerWeek === null) return { kind: 'unknown', missing: 'pace' };
  if (pacePerWeek <= 0) return { kind: 'stands' };
  if (growth !== null && growth > 0) return { kind: 'grows', perWeek: growth };
  return { kind: 'clears', weeks: pending / pacePerWeek };
}

/** `unknown` when a group or the pace it needs is. */
export type Bottleneck =
  | { readonly kind: 'found'; readonly flow: Flow }
  | { readonly kind: 'nobody-waits' | 'unknown' };

/** Where people wait longest: the group that clears last at its pace; one that stands or grows comes first, the largest of them. */
export function bottleneckOf(flows: readonly Flow[]): Bottleneck {
  const waiting = flows.filter(({ clearing }) => clearing.kind !== 'empty');
  if (waiting.some(({ clearing }) => clearing.kind === 'unknown')) return { kind: 'unknown' };
  const endless = waiting.filter(({ clearing }) => clearing.kind !== 'clears');
  const flow =
    endless.length > 0
      ? largest(endless, ({ pending }) => pending)
      : largest(waiting, ({ clearing }) => (clearing.kind === 'clears' ? clearing.weeks : null));
  return flow ? { kind: 'found', flow } : { kind: 'nobody-waits' };
}

const largest = (flows: readonly Flow[], of: (flow: Flow) => number | null): Flow | null =>
  flows.reduce<Flow | null>((best, flow) => (best === null || (of(flow) ?? 0) > (of(best) ?? 0) ? flow : best), null);
