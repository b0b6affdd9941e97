import { earlierOf } from '@/lib/domain/day';
import type { Period } from '@/lib/domain/period';
import type { ChartSpec } from '../charts/chart-spec';
import { comparePath } from '../paths';
import { spanWords, weekdayDay } from '../words/numbers';
import { type TrendsState, trendsHref } from './address';

/** Two slots of a chart, in whichever order they were chosen. */
export type Selection = { readonly anchor: number; readonly to: number };

/** The days of what is selected; null where it is one place alone, or lies beyond the slots. No day to come is asked for that was not shown as such. */
export function selectedDays({ slots, today }: ChartSpec, { anchor, to }: Selection): Period | null {
  const [first, last] = [slots[Math.min(anchor, to)], slots[Math.max(anchor, to)] ?? slots.at(-1)];
  if (!first || !last || first === last) return null;
  return { from: first.from, to: first.from > today ? last.to : earlierOf(last.to, today) };
}

/** The address of the same lines over the days between; how dense they are is chosen anew unless it was asked for. */
export function zoomHref(state: TrendsState, spec: ChartSpec, selection: Selection): string | null {
  const days = selectedDays(spec, selection);
  return days && trendsHref(state, { period: 'dates', ...days });
}

export const selectionWords = (spec: ChartSpec, selection: Selection): string => {
  const days = selectedDays(spec, selection);
  return days ? `${spanWords(days.from, days.to, spec.today)} chosen, Enter zooms` : 'One place chosen';
};

/** From a place to the newest snapshot shown: what leads on from a pin; null where nothing lies between. */
export function compareFrom({ lines, slots, today }: ChartSpec, at: number): { href: string; words: string } | null {
  const taken = lines[0]?.taken ?? [];
  const day = taken[at] ?? slots[at]?.to;
  const newest = taken.findLast((one) => one !== null) ?? null;
  const first = taken.find((one) => one !== null) ?? null;
  if (day === undefined || newest === null || first === null || day >= newest || day < first) return null;
  return {
    href: comparePath({ from: day, to: newest }),
    words: `Compare ${weekdayDay(day, today)} with ${weekdayDay(newest, today)}`,
  };
}
