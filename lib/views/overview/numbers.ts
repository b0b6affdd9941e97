import { difference, weekBefore } from '@/lib/domain/change';
import { type ComparedMetric, compareMetric } from '@/lib/domain/comparison';
import { type Note, notesOn } from '@/lib/domain/consistency';
import { addDays, type Day, eachDay } from '@/lib/domain/day';
import { type DropOff, funnelOf, type Stage } from '@/lib/domain/funnel';
import type { Gap } from '@/lib/domain/gap';
import { type MetricId, metrics, type RateId } from '@/lib/domain/metrics/adoption';
import { metricValue } from '@/lib/domain/metrics/metric';
import { daysUpTo } from '@/lib/domain/period';
import type { CountField, Snapshot } from '@/lib/domain/snapshot';
import { type CapturedDay, rowsOn, trendOf, type WeeklyClose, weeklyCloses } from '@/lib/domain/trend';
import { type HeadlineChart, headlineChart } from '../charts/headline-chart';
import { type Sparkline, sparkline } from '../charts/sparkline';

export const chartDays = 182;
const sparkDays = 84;

/** The counts that the overview draws or compares: what to ask of the store for `chartDays` days and the ten before. */
export const overviewFields = [
  'total_license',
  'assigned_license',
  'unassigned_license',
  'activated_license',
  'onboarded_users',
  'using_enpass',
  'added_items',
  'connected_browser_extension',
  'using_autofill',
  'total_users',
  'active_users',
] as const satisfies readonly CountField[];

/** One stage of the journey; `compared` is its count against a week ago. */
export type StageRow = Stage & { readonly compared: ComparedMetric; readonly spark: Sparkline | null };

/** A feature or activity rate; `compared` is with a week ago. */
export type FeatureRow = {
  readonly id: RateId;
  readonly label: string;
  readonly count: number | null;
  readonly base: number | null;
  readonly baseField: CountField;
  readonly share: number | null;
  readonly pending: number | null;
  readonly compared: ComparedMetric;
  /** The count behind `pending`. */
  readonly waiting: CountField;
  readonly spark: Sparkline | null;
};

export type Numbers = {
  readonly day: Day;
  readonly today: Day;
  /** The captured day that changes are counted from; `null` when there is none a week ago. */
  readonly against: Day | null;
  /** The first day with a change, while history is too young for one. */
  readonly changeKnownFrom: Day | null;
  /** How many of the twelve weeks' days have a snapshot. */
  readonly recentDays: number;
  /** Adoption against a week ago. */
  readonly headline: ComparedMetric;
  readonly stages: readonly StageRow[];
  readonly dropOff: DropOff | null;
  readonly features: readonly FeatureRow[];
  readonly licences: { readonly total: number | null; readonly free: number | null; readonly change: number | null };
  readonly notes: readonly Note[];
  /** The adoption rate for wide and narrow pages; `null` until there are two days to join. */
  readonly chart: { readonly wide: HeadlineChart; readonly narrow: HeadlineChart } | null;
  /** The chart's table twin. */
  readonly closes: readonly (WeeklyClose<CapturedDay> & { readonly soFar: boolean })[];
};

export type NumbersQuestion = {
  readonly latest: Snapshot;
  /** Captured days with `overviewFields`, in order of day. */
  readonly rows: readonly CapturedDay[];
  readonly gaps: readonly Gap[];
  readonly first: Day;
  readonly today: Day;
};

/**
 * Everything the overview says about one snapshot: levels, changes against a week ago, and courses with their holes. A change is null
 * when no day about a week ago is captured or a count is unknown.
 */
export function overviewNumbers(asked: NumbersQuestion): Numbers {
  const { latest, rows, first, today } = asked;
  const recent = rowsOn(eachDay(addDays(today, 1 - sparkDays), today), rows);
  const { counts, day } = latest;
  const before = weekBefore(rows, day);
  const funnel = funnelOf(counts);
  const compared = (id: MetricId) => compareMetric(id, before, counts);
  return {
    day,
    today,
    against: before?.day ?? null,
    changeKnownFrom: before === null && first > addDays(day, -7) ? addDays(first, 7) : null,
    recentDays: recent.filter((row) => row !== null).length,
    headline: compared('adoption'),
    stages: funnel.stages.map((stage) => ({
      ...stage,
      compared: compared(stage.id),
      spark: sparkOf(stage.id, recent),
    })),
    dropOff: funnel.dropOff,
    features: features.map((feature) => featureRow(feature, before, { counts, recent })),
    licences: {
      total: counts.total_license,
      free: counts.unassigned_license,
      change: difference(before?.unassigned_license ?? null, counts.unassigned_license),
    },
    notes: notesOn(latest),
    ...pictures(asked),
  };
}

type Feature = { readonly id: 'extension' | 'autofill' | 'active'; readonly pending: CountField };

const features: readonly Feature[] = [
  { id: 'extension', pending: 'connected_browser_extension_pending' },
  { id: 'autofill', pending: 'using_autofill_pending' },
  { id: 'active', pending: 'inactive_users' },
];

type Now = { readonly counts: Snapshot['counts']; readonly recent: readonly (CapturedDay | null)[] };

function featureRow({ id, pending }: Feature, before: CapturedDay | null, { counts, recent }: Now): FeatureRow {
  const { label, base: baseField } = metrics[id];
  const compared = compareMetric(id, before, counts);
  const { value: share, part: count, base } = compared.after;
  return {
    id,
    label,
    count,
    base,
    baseField,
    share,
    pending: counts[pending],
    compared,
    waiting: pending,
    spark: sparkOf(id, recent),
  };
}

/** The last twelve weeks; nothing to draw before there are two days. */
function sparkOf(id: MetricId, recent: Now['recent']): Sparkline | null {
  const values = recent.map((row) => row && metricValue(metrics[id], row));
  return values.filter((value) => value !== null).length > 1 ? sparkline(values) : null;
}

function pictures({ rows, gaps, first, today }: NumbersQuestion): Pick<Numbers, 'chart' | 'closes'> {
  const period = daysUpTo(today, chartDays);
  const shown = { from: first > period.from ? first : period.from, to: today };
  const points = trendOf(metrics.adoption, rows, shown);
  const closes = weeklyCloses(rows, shown).map((close) => ({ ...close, soFar: close.to >= today }));
  const enough = points.filter((point) => point.value !== null).length > 1;
  const wide = enough ? headlineChart(points, gaps, 'wide') : null;
  const narrow = enough ? headlineChart(points, gaps, 'narrow') : null;
  return { chart: wide && narrow ? { wide, narrow } : null, closes };
}
