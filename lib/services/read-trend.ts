import { addDays, dayIn } from '@/lib/domain/day';
import { type Gap, groupGaps } from '@/lib/domain/gap';
import { type MetricId, metrics } from '@/lib/domain/metrics/adoption';
import type { Period } from '@/lib/domain/period';
import type { CountField } from '@/lib/domain/snapshot';
import type { CapturedDay } from '@/lib/domain/trend';
import { emptySlots, gapsOfSlots, type LinePoint, lineOf } from '@/lib/domain/trend-line';
import { type Interval, intervalFor, previousSlots, type Slots, slotsOf } from '@/lib/domain/trend-span';
import type { Context } from './context';
import { findGaps } from './find-gaps';

export type TrendLine = {
  readonly metric: MetricId;
  readonly points: readonly LinePoint[];
  readonly previous: readonly LinePoint[] | null;
};

export type Trend = {
  readonly period: Period;
  readonly previousPeriod: Period | null;
  readonly interval: Interval;
  readonly weeksPerPoint: number;
  readonly lines: readonly TrendLine[];
  readonly gaps: readonly Gap[];
  readonly previousGaps: readonly Gap[];
  readonly today: string;
  readonly first: string | null;
};

export type TrendQuestion = {
  readonly ids: readonly MetricId[];
  readonly period: Period;
  readonly interval: Interval | undefined;
  readonly compare: boolean;
};

/** The lines of one or several metrics with their holes, and those of the period before when asked. */
export async function readTrend(
  ctx: Context,
  { ids, period, interval: wanted, compare }: TrendQuestion,
): Promise<Trend> {
  const interval = wanted ?? intervalFor(period);
  const slots = slotsOf(period, interval);
  const before = compare ? previousSlots(slots) : null;
  const first = await ctx.store.snapshots.firstDay(ctx.organisation.id);
  const today = dayIn(ctx.organisation.timeZone, ctx.clock.now());
  const now = await stretchOf(ctx, { ids, slots, first, today });
  const then = before && (await stretchOf(ctx, { ids, slots: before, first, today }));
  return {
    period: slots.period,
    previousPeriod: before?.period ?? null,
    interval,
    weeksPerPoint: slots.weeksPerSlot,
    lines: ids.map((metric, index) => ({
      metric,
      points: now.lines[index] ?? [],
      previous: then?.lines[index] ?? null,
    })),
    gaps: now.gaps,
    previousGaps: then?.gaps ?? [],
    today,
    first,
  };
}

/** The counts that these metrics are made of. */
export const fieldsOf = (ids: readonly MetricId[]): CountField[] => [
  ...new Set(ids.flatMap((id) => [metrics[id].part, ...(metrics[id].base === null ? [] : [metrics[id].base])])),
];

type Stretch = {
  readonly ids: readonly MetricId[];
  readonly slots: Slots;
  readonly first: string | null;
  readonly today: string;
};

async function stretchOf(
  ctx: Context,
  { ids, slots, first, today }: Stretch,
): Promise<{ lines: LinePoint[][]; gaps: Gap[] }> {
  const rows = first === null || slots.period.to < first ? [] : await rowsOf(ctx, ids, slots);
  const lines = ids.map((id) => lineOf(metrics[id], rows, { slots: slots.slots, today }));
  const gaps =
    slots.weeksPerSlot === 0
      ? await dayGaps(ctx, { period: slots.period, rows, first, today })
      : await slotGaps(ctx, { points: lines[0] ?? [], slots, first, today });
  return { lines, gaps };
}

function rowsOf(
  ctx: Context,
  ids: readonly MetricId[],
  { period, weeksPerSlot, slots }: Slots,
): Promise<CapturedDay[]> {
  const { snapshots } = ctx.store;
  const fields = fieldsOf(ids);
  return weeksPerSlot === 0
    ? snapshots.columns(ctx.organisation.id, period, fields)
    : snapshots.closes(ctx.organisation.id, slots, fields);
}

type Days = { period: Period; rows: readonly CapturedDay[]; first: string | null; today: string };

async function dayGaps(ctx: Context, { period, rows, first, today }: Days): Promise<Gap[]> {
  const end = period.to < today ? addDays(period.to, 1) : today;
  if (first === null || first >= end) return [];
  const { days } = await findGaps(ctx, { captured: rows.map(({ day }) => day), first, since: period.from, today: end });
  return groupGaps(days);
}

type Closes = { points: readonly LinePoint[]; slots: Slots; first: string | null; today: string };

async function slotGaps(ctx: Context, { points, slots, first, today }: Closes): Promise<Gap[]> {
  const empty = emptySlots(points, slots.slots).filter(({ from, to }) => first !== null && to > first && from < today);
  const [oldest, newest] = [empty[0], empty.at(-1)];
  if (!oldest || !newest) return [];
  const failedRuns = await ctx.store.runs.failures(ctx.organisation.id, { from: oldest.from, to: newest.to });
  return gapsOfSlots(empty, { first, today, failedRuns });
}
