import { addDays, type Day, earlierOf, laterOf } from '@/lib/domain/day';
import { type Gap, groupGaps } from '@/lib/domain/gap';
import { fieldsOf, type MetricId, metrics } from '@/lib/domain/metrics/adoption';
import { contains, type Period } from '@/lib/domain/period';
import type { CapturedDay } from '@/lib/domain/trend';
import { emptySlots, gapsOfSlots, type LinePoint, lineOf } from '@/lib/domain/trend-line';
import { begunWith, type Interval, intervalFor, previousSlots, type Slots, slotsOf } from '@/lib/domain/trend-span';
import type { HistoryContext } from '../../parts/cached';
import { findGaps } from '../../snapshots/parts/find-gaps';
import { readFailedRuns } from '../../snapshots/parts/read-failed-runs';

export type TrendLine = {
  readonly metric: MetricId;
  readonly points: readonly LinePoint[];
  readonly previous: readonly LinePoint[] | null;
};

export type Trend = {
  /** The days that were asked for, some of which may be to come. */
  readonly period: Period;
  /** The days that are drawn: none after today, whole weeks for weekly closes. */
  readonly span: Period;
  readonly previousPeriod: Period | null;
  readonly interval: Interval;
  readonly weeksPerPoint: number;
  readonly lines: readonly TrendLine[];
  readonly gaps: readonly Gap[];
  readonly previousGaps: readonly Gap[];
  readonly today: Day;
  readonly first: Day | null;
};

export type TrendQuestion = {
  readonly ids: readonly MetricId[];
  readonly period: Period;
  readonly interval: Interval | undefined;
  readonly compare: boolean;
  /** The first day with a snapshot. */
  readonly first: Day | null;
  readonly today: Day;
};

/** The lines of one or several metrics with their holes, and those of the period before when asked: all from one read. */
export async function readTrend(
  ctx: HistoryContext,
  { ids, period, interval: wanted, compare, first, today }: TrendQuestion,
): Promise<Trend> {
  const interval = wanted ?? intervalFor(period);
  const past = { from: period.from, to: earlierOf(period.to, today) };
  const now = begunWith(first, past, slotsOf(past, interval));
  const before = compare ? previousSlots(now, today) : null;
  const stretches: Stretches = before ? [now, before] : [now];
  const rows = first === null || now.period.to < first ? [] : await rowsOf(ctx, ids, stretches);
  const [lines = [], linesBefore] = stretches.map(({ slots }) =>
    ids.map((id) => lineOf(metrics[id], rows, { slots, today })),
  );
  const points = [lines[0] ?? [], linesBefore?.[0] ?? []];
  const [gaps = [], previousGaps = []] =
    interval === 'day'
      ? await dayGaps(ctx, stretches, { rows, first, today })
      : await slotGaps(ctx, stretches, { points, first, today });
  return {
    period,
    span: now.period,
    previousPeriod: before?.period ?? null,
    interval,
    weeksPerPoint: now.weeksPerSlot,
    lines: ids.map((metric, index) => ({
      metric,
      points: lines[index] ?? [],
      previous: linesBefore?.[index] ?? null,
    })),
    gaps,
    previousGaps,
    today,
    first,
  };
}

/** The line's own, and those of the period before when that is drawn beside it. */
type Stretches = readonly [now: Slots, ...before: Slots[]];

function rowsOf(ctx: HistoryContext, ids: readonly MetricId[], stretches: Stretches): Promise<CapturedDay[]> {
  const { snapshots } = ctx.store;
  const { id } = ctx.organisation;
  const fields = fieldsOf(ids);
  if (stretches.some(({ weeksPerSlot }) => weeksPerSlot > 0)) {
    const slots = stretches.flatMap((stretch) => stretch.slots);
    return snapshots.closes(id, slots, fields);
  }
  return snapshots.columns(id, spanOf(stretches), fields);
}

/** They touch: from the first day of the earliest to the last day of the latest. */
const spanOf = ([now, before = now]: Stretches): Period => ({ from: before.period.from, to: now.period.to });

type Extent = { readonly first: Day | null; readonly today: Day };

async function dayGaps(
  ctx: HistoryContext,
  stretches: Stretches,
  { rows, first, today }: Extent & { rows: readonly CapturedDay[] },
): Promise<Gap[][]> {
  const { from, to } = spanOf(stretches);
  const end = to < today ? addDays(to, 1) : today;
  if (first === null || first >= end) return [];
  const { days } = await findGaps(ctx, { captured: rows.map(({ day }) => day), first, since: from, today: end });
  return stretches.map(({ period }) => groupGaps(days.filter(({ day }) => contains(period, day))));
}

async function slotGaps(
  ctx: HistoryContext,
  stretches: Stretches,
  { points, first, today }: Extent & { points: readonly (readonly LinePoint[])[] },
): Promise<Gap[][]> {
  const empty = stretches.map(({ slots }, index) =>
    emptySlots(points[index] ?? [], slots).filter(({ from, to }) => first !== null && to > first && from < today),
  );
  const days = empty.flat().flatMap(({ from, to }) => [from, to]);
  if (days.length === 0) return [];
  const [from, to] = [days.reduce(earlierOf), days.reduce(laterOf)];
  const failedRuns = await readFailedRuns(ctx, { from, to });
  return empty.map((slots) => gapsOfSlots(slots, { first, today, failedRuns }));
}
