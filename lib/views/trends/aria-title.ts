import type { Interval } from '@/lib/domain/trend-span';
import type { ChartSpec } from '../charts/chart-spec';
import { longSpan } from '../words/numbers';

/** Adoption, 1 September to 23 November 2026, daily, with 12 weeks before, target and forecast */
export function ariaTitle(spec: Omit<ChartSpec, 'title'>, interval: Interval): string {
  const names = listWords(spec.lines.map(({ name }) => name));
  const besides = [
    spec.previous ? `the ${spec.previous.name}` : '',
    spec.targets.length === 1 ? 'target' : spec.targets.length > 1 ? 'targets' : '',
    spec.forecasts.length > 0 ? 'forecast' : '',
    spec.flags.length === 1 ? 'annotation' : spec.flags.length > 1 ? 'annotations' : '',
  ].filter((words) => words !== '');
  const points = interval === 'day' ? 'daily' : 'weekly close';
  const around = besides.length > 0 ? `, with ${listWords(besides)}` : '';
  return `${names}, ${longSpan(spec.from, spec.to)}, ${points}${around}`;
}

/** a, b and c */
export const listWords = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
