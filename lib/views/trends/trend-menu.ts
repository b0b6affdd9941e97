import { type MetricId, metricIds, rateIds } from '@/lib/domain/metrics/adoption';
import { isRate, metricName } from '../words/metrics';
import { isSameScale, type TrendsState, trendsHref, withMetric } from './address';

export const mostLines = 4;

export type MenuItem = {
  readonly id: MetricId;
  readonly name: string;
  /** It is drawn already: its link takes it away. */
  readonly shown: boolean;
  readonly href: string;
};

export type MenuGroup = { readonly title: string; readonly items: readonly MenuItem[] };

export type MetricMenu = {
  /** Add a rate, Add a count, Four at most */
  readonly label: string;
  readonly full: boolean;
  readonly groups: readonly MenuGroup[];
};

/** Every metric but one that is shown alone: those of the same scale join or leave, the others take the place of what is there. */
export function metricMenu(state: TrendsState): MetricMenu {
  const [first = 'adoption'] = state.metrics;
  const rates = isRate(first);
  const full = state.metrics.length >= mostLines;
  const counts = metricIds.filter((id) => !isRate(id));
  const same = (rates ? rateIds : counts).filter((id) => (full ? state.metrics.includes(id) : true));
  const others = metricIds.filter((id) => !isSameScale(first, id));
  const instead = state.metrics.length === 1 ? 'instead of this one' : 'instead of these';
  const groups = [
    { title: rates ? 'Rates' : 'Counts', items: itemsOf(state, same) },
    {
      title: rates ? `Counts have another scale: ${instead}` : `Rates have another scale: ${instead}`,
      items: itemsOf(state, others),
    },
  ];
  return {
    label: full ? 'Four at most' : rates ? 'Add a rate' : 'Add a count',
    full,
    groups: groups.filter((group) => group.items.length > 0),
  };
}

const itemsOf = (state: TrendsState, ids: readonly MetricId[]): MenuItem[] =>
  ids.flatMap((id) => {
    const shown = state.metrics.includes(id);
    if (shown && state.metrics.length === 1) return [];
    const metrics = shown ? state.metrics.filter((other) => other !== id) : withMetric(state.metrics, id);
    return [{ id, name: metricName(id), shown, href: trendsHref(state, { metrics }) }];
  });
