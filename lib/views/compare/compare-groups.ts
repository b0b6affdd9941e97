import type { ComparedMetric } from '@/lib/domain/comparison';
import { countGroups } from '@/lib/domain/count-groups';
import { type MetricId, rateIds } from '@/lib/domain/metrics/adoption';
import { type ComparedWords, comparedWords } from './compare-words';

export type CompareRow = ComparedWords & { readonly id: MetricId };

export type CompareGroup = { readonly title: string; readonly rates: boolean; readonly rows: readonly CompareRow[] };

/** All metrics: the rates with their split, then the counts as Enpass groups them. */
export function compareGroups(compared: readonly ComparedMetric[]): CompareGroup[] {
  const rowsOf = (ids: readonly MetricId[]): CompareRow[] =>
    ids.flatMap((id) => compared.filter(({ metric }) => metric === id).map((one) => ({ id, ...comparedWords(one) })));
  return [
    { title: 'Rates', rates: true, rows: rowsOf(headlineFirst) },
    { title: 'Licences and journey', rates: false, rows: rowsOf(countGroups.user_onboarding_overview) },
    { title: 'Features', rates: false, rows: rowsOf(countGroups.enpass_app_usage_overview) },
    { title: 'Activity, 30 days', rates: false, rows: rowsOf(countGroups.enpass_active_users) },
  ];
}

const headlineFirst: readonly MetricId[] = ['adoption', ...rateIds.filter((id) => id !== 'adoption')];
