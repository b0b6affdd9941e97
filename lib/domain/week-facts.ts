import { type ComparedMetric, compareMetric, measure } from './comparison';
import { type Note, notesOn } from './consistency';
import { type Day, daysBetween } from './day';
import type { FailureKind } from './failure';
import { type Bottleneck, bottleneckOf, type Flow, flowsOf } from './flow';
import { type DropOff, funnelOf } from './funnel';
import { type GapDay, isMissed } from './gap';
import { type MetricId, metricIds } from './metrics/adoption';
import type { Period } from './period';
import type { Run } from './run';
import type { Snapshot } from './snapshot';
import { daysOfWeek, type Week } from './week';

/** A week and its last snapshot. */
export type WeekClose = { readonly week: Week; readonly close: Snapshot | null };

export type WeekMetric = {
  readonly metric: MetricId;
  /** Beside last week's close. Of a week that is not over that is the movement so far, no week's change. */
  readonly compared: ComparedMetric;
  /** The change against last week's close; null when one is unknown and for a week that is not over. */
  readonly change: number | null;
  /** The closes of the four weeks before, oldest first. */
  readonly before: readonly (number | null)[];
  readonly value: number | null;
  readonly part: number | null;
  readonly base: number | null;
  /** The mean of the known ones of the four closes before, and how many they are. */
  readonly mean: number | null;
  readonly meanOf: number;
};

/** A week's change of adoption, and how many days lie between the two closes; null where a close is missing. */
export type WeekStep = { readonly week: Week; readonly compared: ComparedMetric; readonly days: number | null };

export type FailedRuns = {
  readonly day: Day;
  readonly kind: FailureKind;
  readonly status: number | null;
  readonly runs: number;
  /** The day has a snapshot all the same. */
  readonly captured: boolean;
};

export type WeekFacts = Period & {
  readonly week: Week;
  /** The week is not over: "so far", never compared as if whole. */
  readonly unfinished: boolean;
  readonly close: Snapshot | null;
  readonly lastClose: Snapshot | null;
  /** The weeks of the four closes before, oldest first. */
  readonly weeksBefore: readonly WeekClose[];
  readonly metrics: readonly WeekMetric[];
  readonly flows: readonly Flow[];
  readonly bottleneck: Bottleneck | null;
  readonly dropOff: DropOff | null;
  /** The biggest drop-off is where it was at last week's close. */
  readonly sameDropOff: boolean;
  /** How many days lie between last week's close and this one; null when one is missing. Only 6 to 8 make a week's change. */
  readonly daysSinceLast: number | null;
  /** Adoption from close to close, oldest first, this week's last. */
  readonly adoptionSteps: readonly WeekStep[];
  readonly quality: {
    readonly captured: number;
    /** Days of the week that are over or captured, and lie after the first snapshot. */
    readonly possible: number;
    readonly gaps: readonly GapDay[];
    readonly notes: readonly Note[];
    readonly failedRuns: readonly FailedRuns[];
  };
};

export type WeekQuestion = {
  readonly week: Week;
  readonly today: Day;
  /** Weeks in order without a hole, this one last; at least four before it. */
  readonly closes: readonly WeekClose[];
  /** The days of the week with a snapshot. */
  readonly captured: readonly Day[];
  readonly gaps: readonly GapDay[];
  readonly failedRuns: readonly Pick<Run, 'day' | 'failure'>[];
};

/** Whether Sunday is not over on `today`: a week to come is unfinished as well. */
export const isUnfinished = (week: Week, today: Day): boolean => daysOfWeek(week).to >= today;

/**
 * The numbers of one week's review, against the four closes before it. Without a close its values are null and it has no flows;
 * an unfinished week has no changes, only `soFar`, and its pace is that of the weeks before.
 */
export function weekFactsOf({ week, today, closes, captured, gaps, failedRuns }: WeekQuestion): WeekFacts {
  const unfinished = isUnfinished(week, today);
  const weeksBefore = closes.slice(-5, -1);
  const close = closes.at(-1)?.close ?? null;
  const lastClose = weeksBefore.at(-1)?.close ?? null;
  const flows = close === null ? [] : flowsIn(close, closes, unfinished);
  const dropOff = close && funnelOf(close.counts).dropOff;
  return {
    week,
    ...daysOfWeek(week),
    unfinished,
    close,
    lastClose,
    weeksBefore,
    metrics: metricIds.map((id) => metricOf(id, { close, weeksBefore, unfinished })),
    flows,
    bottleneck: close && bottleneckOf(flows),
    dropOff,
    sameDropOff: dropOff !== null && lastClose !== null && funnelOf(lastClose.counts).dropOff?.to === dropOff.to,
    daysSinceLast: daysApart(lastClose, close),
    adoptionSteps: closes.slice(1).map(({ week: to, close: now }, index) => {
      const last = closes[index]?.close ?? null;
      const compared = compareMetric('adoption', last?.counts ?? null, now?.counts ?? null);
      return { week: to, compared, days: daysApart(last, now) };
    }),
    quality: {
      captured: captured.length,
      possible: captured.length + gaps.filter(isMissed).length,
      gaps,
      notes: close ? notesOn(close) : [],
      failedRuns: groupRuns(failedRuns, captured),
    },
  };
}

/** Both or neither: null when a close is missing. */
export const daysApart = (before: Snapshot | null, after: Snapshot | null): number | null =>
  before && after && daysBetween(before.day, after.day);

type Closes = { close: Snapshot | null; weeksBefore: readonly WeekClose[]; unfinished: boolean };

function metricOf(metric: MetricId, { close, weeksBefore, unfinished }: Closes): WeekMetric {
  const last = weeksBefore.at(-1)?.close ?? null;
  const compared = compareMetric(metric, last?.counts ?? null, close?.counts ?? null);
  const before = weeksBefore.map((one) => measure(metric, one.close?.counts ?? null).value);
  const known = before.filter((value) => value !== null);
  return {
    metric,
    compared,
    change: unfinished ? null : compared.change,
    before,
    ...compared.after,
    mean: known.length === 0 ? null : known.reduce((total, value) => total + value, 0) / known.length,
    meanOf: known.length,
  };
}

function flowsIn(close: Snapshot, closes: readonly WeekClose[], unfinished: boolean): Flow[] {
  const at = (back: number) => closes.at(-1 - back)?.close ?? null;
  const last = unfinished ? 1 : 0;
  return flowsOf({ now: close.counts, start: at(1)?.counts ?? null, pace: { start: at(last + 4), end: at(last) } });
}

/** How many runs failed for one reason on one day. */
function groupRuns(runs: WeekQuestion['failedRuns'], captured: readonly Day[]): FailedRuns[] {
  const groups = new Map<string, FailedRuns>();
  for (const { day, failure } of runs) {
    if (!failure) continue;
    const { kind, status } = failure;
    const key = `${day} ${kind} ${status}`;
    const before = groups.get(key)?.runs ?? 0;
    groups.set(key, { day, kind, status, runs: before + 1, captured: captured.includes(day) });
  }
  return [...groups.values()];
}
