import type { Annotation } from '@/lib/domain/annotation';
import { addDays, type Day, daysBetween, earlierOf } from '@/lib/domain/day';
import { expectedOn, type Forecast, furthestWeeks, isRefused, type Reach } from '@/lib/domain/forecast';
import type { Pace } from '@/lib/domain/forecast-pace';
import type { ForecastRefusal } from '@/lib/domain/forecast-refusals';
import type { Gap } from '@/lib/domain/gap';
import type { MetricId } from '@/lib/domain/metrics/adoption';
import { lengthInDays, type Period } from '@/lib/domain/period';
import type { Target } from '@/lib/domain/target';
import type { LinePoint } from '@/lib/domain/trend-line';
import { type Interval, type TrendPreset, trendPresets } from '@/lib/domain/trend-span';
import type { ChartSpec, SpecForecast, SpecGap, SpecSlot, SpecTarget, SpecValues } from '../charts/chart-spec';
import { amountWords, rangeWords } from '../words/forecasts';
import { gapReasonWords } from '../words/gaps';
import { isRate, metricName, wholeValue } from '../words/metrics';
import { dayAndMonth, longSpan, plural, shortDay } from '../words/numbers';
import type { Layer } from './address';
import { ariaTitle } from './aria-title';

/** What the service found, as far as it is drawn. */
export type FoundTrends = {
  readonly period: Period;
  readonly span: Period;
  readonly previousPeriod: Period | null;
  readonly interval: Interval;
  readonly weeksPerPoint: number;
  readonly lines: readonly {
    readonly metric: MetricId;
    readonly points: readonly LinePoint[];
    readonly previous: readonly LinePoint[] | null;
  }[];
  readonly gaps: readonly Gap[];
  readonly previousGaps: readonly Gap[];
  readonly today: Day;
  readonly first: Day | null;
  readonly annotations: readonly Annotation[];
  readonly targets: readonly { readonly target: Target }[];
  readonly outlooks: readonly Outlook[];
};

export type Outlook = {
  readonly metric: MetricId;
  readonly pace: Pace | null;
  readonly forecast: Forecast | ForecastRefusal;
};

/** What of it is shown, as plain data for chart, table and file. */
export function trendSpec(found: FoundTrends, layers: readonly Layer[]): ChartSpec {
  const { lines, span, interval, today } = found;
  const ids = lines.map(({ metric }) => metric);
  const shows = (layer: Layer) => layers.includes(layer);
  const end = endOf(found);
  const targets = shows('target') ? found.targets.map(({ target }) => target) : [];
  const foreseen = shows('forecast') && found.outlooks.some(({ forecast }) => !isRefused(forecast));
  const to = span.to >= today ? aheadOf({ from: span.from, to: end }, targets, foreseen) : end;
  const previous = shows('previous') && knowsPrevious(found) ? found.previousPeriod : null;
  const spec = {
    unit: ids.every(isRate) ? ('ratio' as const) : ('count' as const),
    from: span.from,
    to,
    today,
    slots: slotsOf(found, end),
    lines: lines.map(({ metric, points, previous: before }) => ({
      id: metric,
      name: metricName(metric),
      ...valuesOf(points),
      previous: previous && before ? valuesOf(before) : null,
    })),
    previous: previous && {
      name: `${lengthWords(previous)} before`,
      span: briefSpan(previous, span),
      days: lines[0]?.previous?.map(({ day }) => day) ?? [],
    },
    gaps: found.gaps.map(specGap),
    previousGaps: previous ? found.previousGaps.map(specGap) : [],
    flags: shows('annotations') ? flagsOf(found.annotations, { from: span.from, to }) : [],
    targets: targets.flatMap((target) => targetOf(target, ids, { from: span.from, to, today })),
    forecasts: shows('forecast') ? forecastsOf(found, targets, to) : [],
  };
  return { ...spec, title: ariaTitle({ ...spec, to: end }, interval) };
}

/** There is a period before to show: history did not begin after it. */
export const knowsPrevious = ({ previousPeriod, first }: Pick<FoundTrends, 'previousPeriod' | 'first'>): boolean =>
  previousPeriod !== null && first !== null && first <= previousPeriod.to;

/** 12 weeks, 30 days; a preset is called by its name, though whole weeks may reach further. */
export function lengthWords(period: Period, preset: TrendPreset | 'dates' = 'dates'): string {
  const weeks = preset === 'dates' ? null : trendPresets[preset];
  if (weeks !== null) return plural(weeks, 'week');
  const days = lengthInDays(period);
  return days % 7 === 0 ? plural(days / 7, 'week') : plural(days, 'day');
}

/** Up to the due days that are near enough to keep the past its shape; towards others a part of the way, if there is something to draw. */
function aheadOf(past: Period, targets: readonly Target[], foreseen: boolean): Day {
  const partOfIt = (share: number) => addDays(past.to, Math.round(lengthInDays(past) * share));
  const dues = targets.map(({ dueDay }) => dueDay).filter((day) => day > past.to);
  const near = dues.filter((day) => day <= partOfIt(0.6));
  const partway = foreseen && dues.length > near.length ? [partOfIt(0.25)] : [];
  return [past.to, ...near, ...partway].sort().at(-1) ?? past.to;
}

/** An unfinished week ends today, as far as the chart goes. */
const endOf = ({ span, today }: FoundTrends): Day => earlierOf(span.to, today);

function slotsOf({ lines, interval, span, weeksPerPoint }: FoundTrends, end: Day): SpecSlot[] {
  return (lines[0]?.points ?? []).map(({ day, week, takenDay, unfinished }, index, points) => {
    const before = points[index - 1]?.day;
    const from = interval === 'day' ? day : before === undefined ? span.from : addDays(before, 1);
    const x = (weeksPerPoint > 0 ? takenDay : null) ?? (day < end ? day : end);
    return { from, to: day, x, week, unfinished };
  });
}

const valuesOf = (points: readonly LinePoint[]): SpecValues => ({
  values: points.map(({ value }) => value),
  parts: points.map(({ part }) => part),
  bases: points.map(({ base }) => base),
  taken: points.map(({ takenDay }) => takenDay),
});

/** 9 June to 31 August; with the year when it is another one. */
const briefSpan = (span: Period, beside: Period): string =>
  span.from.slice(0, 4) === beside.to.slice(0, 4)
    ? `${dayAndMonth(span.from, beside.to)} to ${dayAndMonth(span.to, beside.to)}`
    : longSpan(span.from, span.to);

const specGap = (gap: Gap): SpecGap => ({
  from: gap.from,
  to: gap.to,
  days: gap.days,
  reason: gapReasonWords(gap),
});

const flagsOf = (annotations: readonly Annotation[], { from, to }: Period): ChartSpec['flags'] =>
  annotations
    .filter((annotation) => annotation.to >= from && annotation.from <= to)
    .map((annotation, index) => ({
      id: annotation.id,
      from: annotation.from,
      to: annotation.to,
      title: annotation.title,
      number: index + 1,
    }));

function targetOf(
  target: Target,
  ids: readonly MetricId[],
  { from, to, today }: Period & { today: Day },
): SpecTarget[] {
  const { metric, value, setOn, dueDay } = target;
  if (setOn > to || dueDay < from) return [];
  const due = dueDay <= to;
  return [
    {
      line: ids.indexOf(metric),
      value,
      from: setOn > from ? setOn : from,
      to: due ? dueDay : to,
      due,
      text: `Target ${wholeValue(metric, value)} by ${shortDay(dueDay, today)}`,
    },
  ];
}

/** From the newest snapshot to the due day of the metric's next target, as far as that is in view. */
function forecastsOf(
  { lines, outlooks, today, interval }: FoundTrends,
  targets: readonly Target[],
  to: Day,
): SpecForecast[] {
  return lines.flatMap(({ metric }, line) => {
    const due = targets.filter((target) => target.metric === metric && target.dueDay > today).map((one) => one.dueDay);
    const forecast = outlooks.find((outlook) => outlook.metric === metric)?.forecast;
    const [until] = due.sort();
    if (!forecast || isRefused(forecast) || until === undefined || to <= forecast.last.day) return [];
    const end = [until, to, addDays(today, furthestWeeks * 7)].reduce(earlierOf);
    const reach = expectedOn(forecast, end);
    const text = `Forecast ${shortDay(end, today)}: ${amountWords(metric, reach.middle)}`;
    const range = rangeWords(metric, reach);
    const points = pointsOf(forecast, end, interval);
    return [{ line, points, text, range: range === null ? '' : `range ${range}` }];
  });
}

/** One for each slot to come, a day or a week, from the newest snapshot to `end`: what a reader may point at. */
function pointsOf(forecast: Forecast, end: Day, interval: Interval): SpecForecast['points'] {
  const days = daysBetween(forecast.last.day, end);
  const step = interval === 'day' ? 1 : 7;
  const stops = Array.from({ length: Math.ceil(days / step) + 1 }, (_, index) =>
    addDays(forecast.last.day, Math.min(days, index * step)),
  );
  return stops.map((day) => ({ day, ...brief(expectedOn(forecast, day)) }));
}

/** Six digits are finer than a pixel and than any word. */
const brief = ({ low, middle, high }: Reach): Reach => ({
  low: sixDigits(low),
  middle: sixDigits(middle),
  high: sixDigits(high),
});
const sixDigits = (value: number): number => Number(value.toPrecision(6));
