import { isWeekApart, partsOfChange } from '@/lib/domain/change';
import type { ComparedMetric } from '@/lib/domain/comparison';
import { type MetricId, metrics } from '@/lib/domain/metrics/adoption';
import { roundHalf } from '@/lib/domain/round';
import { changeWords, chosenPercentWords, countWords, percentWords, plural, pointsWords } from './numbers';

/** The name of a metric where others stand beside it: "ever" and "30 days" are never one kind of number, so they say it. */
export function metricName(id: MetricId): string {
  switch (id) {
    case 'autofill':
      return 'Autofill, ever used';
    case 'active':
      return 'Active, 30 days';
    case 'using_autofill':
      return 'Autofill used, ever';
    case 'active_users':
      return 'Active users, 30 days';
    default:
      return metrics[id].label;
  }
}

/** Whether its values are ratios, told in percent, and its changes ratios, told in points. */
export const isRate = (id: MetricId): boolean => metrics[id].base !== null;

/** 61.9% of a ratio or 1,234 of a count; a dash when unknown. */
export const valueWords = (id: MetricId, value: number | null, decimals = 1): string =>
  isRate(id) ? percentWords(value, decimals) : countWords(value);

/** 75% rather than 75.0%, and 99.96% where that was chosen. */
export const wholeValue = (metric: MetricId, value: number): string =>
  isRate(metric) ? chosenPercentWords(value) : countWords(value);

/** A change of a rate arrives as a ratio and is told in points: +1.5 points, +6, unchanged; a dash when unknown. */
export const movedWords = (id: MetricId, change: number | null, unit: 'points' | '' = 'points'): string =>
  isRate(id) ? pointsWords(change === null ? null : change * 100, unit) : changeWords(change);

/** 1.5 points of a rate, 6 of a count: the size of a change that shows as one, for sentences that say rose or fell. */
export function sizeWords({ metric: id, change, decimals }: ComparedMetric): string {
  const size = Math.abs(change ?? 0);
  const words = isRate(id) ? pointsWords(size * 100, 'points', decimals) : changeWords(size);
  return words.replace(/^\+/, '').replace(/^1\.0 points$/, '1.0 point');
}

/** Two lines of people who ever did and of people who did lately: what to say beside them; null when nothing has to be said. */
export function caution(ids: readonly MetricId[]): string | null {
  const ever = ids.some((id) => id === 'autofill' || id === 'using_autofill' || id === 'using_autofill_pending');
  const lately = ids.some((id) => id === 'active' || id === 'active_users' || id === 'inactive_users');
  return ever && lately
    ? 'Autofill counts people who ever used it, active counts the last 30 days: two kinds of numbers.'
    : null;
}

/** A change as it is drawn: its words, where it went, and whether that is good news. */
export type Moved = {
  readonly direction: 'up' | 'down' | 'same';
  readonly verdict: 'good' | 'poor' | 'plain';
  readonly text: string;
};

type Options = {
  readonly unit?: 'points' | 'pts' | '' | undefined;
  /** How many days lie between the two values, where a reader takes them for a week. */
  readonly days?: number | null;
};

/**
 * How the change between two values of a metric is told and drawn, wherever it stands. Null when it is unknown; one that shows as
 * nothing is `same`, good news for nobody. A rate is good or poor news only where people made the greater part of its move: a base that
 * shrinks lifts it although nobody has come.
 */
export function movedOf(compared: ComparedMetric, { unit = '', days = null }: Options = {}): Moved | null {
  const { metric: id, change, decimals } = compared;
  if (change === null) return null;
  const shown = isRate(id) ? roundHalf(change * 100 * 10 ** decimals) : change;
  const words = isRate(id) ? pointsWords(change * 100, unit, decimals) : changeWords(change);
  const text = `${words}${overWords(days)}`;
  if (shown === 0) return { direction: 'same', verdict: 'plain', text };
  const direction = shown > 0 ? 'up' : 'down';
  return { direction, verdict: isByPeople(compared) ? verdictOf(id, direction) : 'plain', text };
}

/**
 * Whether people made the greater part of a rate's change, and not the base: no record, no praise and no blame otherwise. Always so
 * for a count.
 */
export function isByPeople({ metric: id, before, after }: ComparedMetric): boolean {
  const parts = isRate(id) ? partsOfChange(before, after) : null;
  if (!parts) return true;
  const side = Math.sign(parts.people + parts.base);
  return parts.people * side > 0 && parts.people * side >= parts.base * side;
}

function verdictOf(id: MetricId, direction: 'up' | 'down'): Moved['verdict'] {
  const { good } = metrics[id];
  return good === 'none' ? 'plain' : good === direction ? 'good' : 'poor';
}

/** " over 13 days" where that is not a week; nothing where it is, or where no week is meant. */
export const overWords = (days: number | null): string =>
  days === null || isWeekApart(days) ? '' : ` over ${plural(days, 'day')}`;
