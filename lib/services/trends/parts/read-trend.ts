import { addDays, type Day, eachDay, earlierOf, laterOf } from '@/lib/domain/day';
import { type Gap, groupGaps } from '@/lib/domain/gap';
import { fieldsOf, type MetricId, metrics } from '@/lib/domain/metrics/adoption';
import { contains, type Period } from '@/lib/domain/period';
import type { CapturedDay } from '@/lib/domain/trend';
import { emptySlots, type LinePoint, lineOf } from '@/lib/domain/trend-line';
import { begunWith, type Interval, intervalFor, previousSlots, type Slots, slotsOf } from '@/lib/domain/trend-span';
import type { HistoryContext } from '../../parts/cached';
import { findGaps } from '../../snapshots/parts/find-gaps';

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

const dayGaps = (
  ctx: HistoryContext,
  stretches: Stretches,
  { rows, ...extent }: Extent & { rows: readonly CapturedDay[] },
): Promise<Gap[][]> =>
  gapsIn(ctx, stretches, { ...extent, span: spanOf(stretches), captured: rows.map(({ day }) => day) });

/** The days of the slots without a snapshot: any other day is told by the line, whether it was captured or not. */
async function slotGaps(
  ctx: HistoryContext,
  stretches: Stretches,
  { points, ...extent }: Extent & { points: readonly (readonly LinePoint[])[] },
): Promise<Gap[][]> {
  const empty = stretches.flatMap(({ slots }, index) => emptySlots(points[index] ?? [], slots));
  const [some] = empty;
  if (!some) return [];
  const span = {
    from: empty.reduce((day, { from }) => earlierOf(day, from), some.from),
    to: empty.reduce((day, { to }) => laterOf(day, to), some.to),
  };
  const missing = new Set(empty.flatMap(({ from, to }) => eachDay(from, to)));
  const captured = eachDay(span.from, span.to).filter((day) => !missing.has(day));
  return gapsIn(ctx, stretches, { ...extent, span, captured });
}

async function gapsIn(
  ctx: HistoryContext,
  stretches: Stretches,
  { span: { from, to }, captured, first, today }: Extent & { span: Period; captured: readonly Day[] },
): Promise<Gap[][]> {
  const end = to < today ? addDays(to, 1) : today;
  if (first === null || first >= end) return [];
  const { days } = await findGaps(ctx, { captured, first, since: from, today: end });
  return stretches.map(({ period }) => groupGaps(days.filter(({ day }) => contains(period, day))));
}
