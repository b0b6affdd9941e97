import { type MetricId, metrics } from '@/lib/domain/metrics/adoption';
import { roundHalf } from '@/lib/domain/round';
import { changeWords, countWords, percentWords, pointsWords } from './numbers';

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

/** 75% rather than 75.0%: people set round targets. */
export const wholeValue = (metric: MetricId, value: number): string => valueWords(metric, value).replace(/\.0%$/, '%');

/** A change of a rate arrives as a ratio and is told in points: +1.5 points, +6, unchanged; a dash when unknown. */
export const movedWords = (id: MetricId, change: number | null, unit: 'points' | '' = 'points'): string =>
  isRate(id) ? pointsWords(change === null ? null : change * 100, unit) : changeWords(change);

/** 1.5 points of the ratio 0.015, 6: the size of a change, for sentences that say rose or fell. */
export const sizeWords = (id: MetricId, change: number): string =>
  movedWords(id, Math.abs(change))
    .replace(/^\+/, '')
    .replace(/^1\.0 points$/, '1.0 point');

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

type Options = { readonly unit?: 'points' | '' | undefined; readonly decimals?: number | undefined };

/** `change` is a ratio for a rate. Null when it is unknown; one that rounds to nothing is `same`, good news for nobody. */
export function movedOf(id: MetricId, change: number | null, { unit = '', decimals = 1 }: Options = {}): Moved | null {
  if (change === null) return null;
  const text = isRate(id) ? pointsWords(change * 100, unit, decimals) : changeWords(change);
  const shown = isRate(id) ? roundHalf(change * 100 * 10 ** decimals) : change;
  if (shown === 0) return { direction: 'same', verdict: 'plain', text };
  const direction = shown > 0 ? 'up' : 'down';
  const { good } = metrics[id];
  return { direction, verdict: good === 'none' ? 'plain' : good === direction ? 'good' : 'poor', text };
}
