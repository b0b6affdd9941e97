import type { ComparedMetric, Measured } from '@/lib/domain/comparison';
import type { Day } from '@/lib/domain/day';
import { metrics } from '@/lib/domain/metrics/adoption';
import { isRate, metricName } from '../words/metrics';
import { type Cell, type Column, ratioCell } from './cells';

/** Two days side by side, as rows; each day is that of the snapshot that stands for the one asked for. */
export type CompareRows = {
  readonly metrics: readonly ComparedMetric[];
  readonly days: { readonly before: Day; readonly after: Day };
};

export const compareColumns: readonly Column[] = [
  { id: 'metric', head: 'Id' },
  { id: 'name', head: 'Metric' },
  { id: 'unit', head: 'Unit' },
  { id: 'first_day', head: 'First day' },
  { id: 'first', head: 'On the first day' },
  { id: 'first_part', head: 'Its part' },
  { id: 'first_base', head: 'Its base' },
  { id: 'second_day', head: 'Second day' },
  { id: 'second', head: 'On the second day' },
  { id: 'second_part', head: 'Its part' },
  { id: 'second_base', head: 'Its base' },
  { id: 'change', head: 'Change' },
  { id: 'people_points', head: 'Points from people' },
  { id: 'base_points', head: 'Points from the base' },
];

/** A row a metric. A count has no part, base or split; what is unknown stays blank. */
export const compareCells = ({ metrics: compared, days }: CompareRows): Cell[][] =>
  compared.map(({ metric, before, after, change, split }) => {
    const value = (amount: number | null): Cell => (isRate(metric) ? ratioCell(amount) : amount);
    const side = (day: Day, measured: Measured): Cell[] => [
      { day },
      value(measured.value),
      ...(isRate(metric) ? [measured.part, measured.base] : [null, null]),
    ];
    return [
      metric,
      metricName(metric),
      metrics[metric].unit,
      ...side(days.before, before),
      ...side(days.after, after),
      value(change),
      split?.people ?? null,
      split?.base ?? null,
    ];
  });
