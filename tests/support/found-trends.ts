import type { Annotation } from '@/lib/domain/annotation';
import { type Day, eachDay, earlierOf } from '@/lib/domain/day';
import { forecastOf } from '@/lib/domain/forecast';
import { historyOf, seriesOf } from '@/lib/domain/forecast-history';
import { paceOf } from '@/lib/domain/forecast-pace';
import type { Gap } from '@/lib/domain/gap';
import { type MetricId, metrics } from '@/lib/domain/metrics/adoption';
import type { Period } from '@/lib/domain/period';
import { countFields } from '@/lib/domain/snapshot';
import type { Target } from '@/lib/domain/target';
import { lineOf } from '@/lib/domain/trend-line';
import { begunWith, intervalFor, previousSlots, slotsOf } from '@/lib/domain/trend-span';
import type { FoundTrends, Outlook } from '@/lib/views/trends/trend-spec';

export const today = '2026-11-23';
export const gap: Gap = { from: '2026-10-06', to: '2026-10-08', days: 3, reason: 'token-refused', status: 401 };

const history = (missing: readonly string[], first: Day) =>
  eachDay(first, today)
    .map((day, index) => ({
      day,
      using_enpass: 78 + index,
      assigned_license: 300 + Math.floor(index / 2),
      activated_license: 200 + index,
    }))
    .filter(({ day }) => !missing.includes(day));

type Asked = Partial<FoundTrends> & {
  ids?: readonly MetricId[];
  missing?: readonly string[];
  first?: Day;
  compare?: boolean;
};

/** What the service would find: adoption from 1 September to today, a person more every day, unless told otherwise. */
export function foundTrends({
  ids = ['adoption'],
  period = { from: '2026-09-01', to: today },
  missing = [],
  first = '2026-05-25',
  compare = false,
  ...over
}: Asked = {}): FoundTrends {
  const rows = history(missing, first);
  const interval = intervalFor(period);
  const past = { from: period.from, to: earlierOf(period.to, today) };
  const slots = begunWith(first, past, slotsOf(past, interval));
  const before = compare ? previousSlots(slots, today) : null;
  return {
    period,
    span: slots.period,
    previousPeriod: before?.period ?? null,
    interval,
    weeksPerPoint: slots.weeksPerSlot,
    lines: ids.map((metric) => ({
      metric,
      points: lineOf(metrics[metric], rows, { slots: slots.slots, today }),
      previous: before && lineOf(metrics[metric], rows, { slots: before.slots, today }),
    })),
    gaps: [],
    previousGaps: [],
    today,
    first,
    annotations: [],
    targets: [],
    outlooks: [],
    ...over,
  };
}

/** The days of a gap, and the gap: what a trend with a hole is asked with. */
export const holed = { missing: eachDay(gap.from, gap.to), gaps: [gap] };

export function outlookOf(metric: MetricId): Outlook {
  const known = historyOf(history([], '2026-05-25'), countFields);
  const series = known && seriesOf(known, metric);
  return { metric, pace: series && paceOf(series.values), forecast: forecastOf(known, metric, today) };
}

export const aTarget = (over: Partial<Target> = {}): Target => ({
  id: 't',
  metric: 'adoption',
  value: 0.75,
  direction: 'up',
  dueDay: '2026-12-31',
  setOn: '2026-08-01',
  startValue: null,
  setByName: 'Max',
  ...over,
});

export const anAnnotation = (days: Period, title: string): Annotation => ({
  id: title,
  ...days,
  title,
  kind: 'campaign',
  createdByName: 'Max',
  createdAt: new Date(0),
  changedByName: null,
  changedAt: null,
});
