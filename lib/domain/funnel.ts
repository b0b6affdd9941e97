import { metrics, type RateId } from './metrics/adoption';
import { metricValue } from './metrics/metric';
import type { AdoptionCounts, CountField } from './snapshot';

type StageShape = {
  readonly id: CountField;
  readonly rate: RateId;
  readonly before: CountField;
  readonly waiting: CountField;
};

/** A user's journey, and who waits before each stage (Enpass help, "Adoption Summary API"). */
export const funnelShape: readonly StageShape[] = [
  { id: 'assigned_license', rate: 'assignment', before: 'total_license', waiting: 'unassigned_license' },
  { id: 'activated_license', rate: 'activation', before: 'assigned_license', waiting: 'activation_pending' },
  { id: 'onboarded_users', rate: 'onboarding', before: 'activated_license', waiting: 'app_setup_pending' },
  { id: 'using_enpass', rate: 'usage', before: 'onboarded_users', waiting: 'usage_pending' },
];

/** A stage of the journey: its count, its share of the stage before as a ratio, and how many wait in front of it; null is unknown. */
export type Stage = StageShape & {
  readonly count: number | null;
  readonly base: number | null;
  readonly share: number | null;
  readonly pending: number | null;
  readonly biggestDropOff: boolean;
};

/** Where most people wait: `pending` of those who reached `from` have not reached `to`, `share` of `from`'s count. */
export type DropOff = {
  readonly from: CountField;
  readonly to: CountField;
  readonly waiting: CountField;
  readonly pending: number;
  readonly share: number | null;
};

export type Funnel = { readonly stages: readonly Stage[]; readonly dropOff: DropOff | null };

/**
 * The four stages of one day, and the largest group that waits before one of the last three. `pending` is Enpass's own count, never
 * a difference of stages. `dropOff` is null when nobody waits, and when one of the three counts is unknown.
 */
export function funnelOf(counts: AdoptionCounts): Funnel {
  const dropOff = biggestDropOff(counts);
  const stages = funnelShape.map((stage) => ({
    ...stage,
    count: counts[stage.id],
    base: counts[stage.before],
    share: metricValue(metrics[stage.rate], counts),
    pending: counts[stage.waiting],
    biggestDropOff: dropOff?.to === stage.id,
  }));
  return { stages, dropOff };
}

/** Unassigned licences are no people, so they do not compete. Nobody waiting, or a pending count unknown: there is none to name. */
function biggestDropOff(counts: AdoptionCounts): DropOff | null {
  let biggest: DropOff | null = null;
  for (const { id, before, waiting } of funnelShape.slice(1)) {
    const pending = counts[waiting];
    if (pending === null) return null;
    if (pending <= (biggest?.pending ?? 0)) continue;
    const base = counts[before];
    biggest = { from: before, to: id, waiting, pending, share: base ? pending / base : null };
  }
  return biggest;
}
