import { isDay } from '@/lib/domain/day';
import { isMetricId } from '@/lib/domain/metrics/adoption';
import { trendPresets } from '@/lib/domain/trend-span';
import { metricName } from '../words/metrics';
import { longSpan, plural } from '../words/numbers';
import { listWords } from './aria-title';

/** What the query of a trends address shows: Adoption and Usage, the last 26 weeks, weekly close. A metric that is gone keeps its id. */
export function addressWords(query: string): string {
  const params = new URLSearchParams(query);
  const names = params.getAll('metric').map((id) => (isMetricId(id) ? metricName(id) : id));
  const interval = params.get('interval');
  const density = interval === 'week' ? ['weekly close'] : interval === 'day' ? ['daily'] : [];
  return [listWords(names.length > 0 ? names : [metricName('adoption')]), daysOf(params), ...density].join(', ');
}

function daysOf(params: URLSearchParams): string {
  const [from, to] = [params.get('from') ?? '', params.get('to') ?? ''];
  if (isDay(from) && isDay(to)) return longSpan(from, to);
  const weeks = Object.entries(trendPresets).find(([name]) => name === params.get('period'))?.[1];
  return weeks === null ? 'all days' : `the last ${plural(weeks ?? 12, 'week')}`;
}
