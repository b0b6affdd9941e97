import { type MetricId, metricIds, rateIds } from '@/lib/domain/metrics/adoption';
import { isRate, metricName } from '../words/metrics';
import { isSameScale, type TrendsState, trendsHref, withMetric } from './address';

export const mostLines = 4;

export type MenuGroup = {
  readonly title: string;
  readonly items: readonly { id: MetricId; name: string; href: string }[];
};

export type MetricMenu = {
  /** Add a rate, Add a count, Four at most */
  readonly label: string;
  readonly full: boolean;
  readonly groups: readonly MenuGroup[];
};

/** Every metric that is not shown: those of the same scale join, the others take the place of what is there. */
export function metricMenu(state: TrendsState): MetricMenu {
  const [first = 'adoption'] = state.metrics;
  const rates = isRate(first);
  const full = state.metrics.length >= mostLines;
  const items = (ids: readonly MetricId[]) =>
    ids
      .filter((id) => !state.metrics.includes(id))
      .map((id) => ({ id, name: metricName(id), href: trendsHref(state, { metrics: withMetric(state.metrics, id) }) }));
  const counts = metricIds.filter((id) => !isRate(id));
  const same = rates ? rateIds : counts;
  const others = metricIds.filter((id) => !isSameScale(first, id));
  const instead = state.metrics.length === 1 ? 'instead of this one' : 'instead of these';
  const groups = [
    { title: rates ? 'Rates' : 'Counts', items: full ? [] : items(same) },
    {
      title: rates ? `Counts have another scale: ${instead}` : `Rates have another scale: ${instead}`,
      items: items(others),
    },
  ];
  return {
    label: full ? 'Four at most' : rates ? 'Add a rate' : 'Add a count',
    full,
    groups: groups.filter((group) => group.items.length > 0),
  };
}
