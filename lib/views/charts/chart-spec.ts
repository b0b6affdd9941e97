import type { Annotation } from '@/lib/domain/annotation';
import { addDays, daysBetween, earlierOf, laterOf } from '@/lib/domain/day';
import { expectedOn, type Forecast, type ForecastRefusal, isRefused, type Reach } from '@/lib/domain/forecast';
import type { Gap } from '@/lib/domain/gap';
import type { MetricId } from '@/lib/domain/metrics/adoption';
import { lengthInDays, type Period } from '@/lib/domain/period';
import type { Target } from '@/lib/domain/target';
import type { LinePoint } from '@/lib/domain/trend-line';
import { isRate, metricName, valueWords } from '../metric-words';
import { targetName } from '../target-words';
import { fullDay, longSpan, plural, shortDay } from '../words';
import { countScale, rateScale, type Scale } from './scale';

export type ChartLine = {
  readonly metric: MetricId;
  readonly name: string;
  readonly points: readonly LinePoint[];
  /** Point by point beside `points`; null when the period before is not shown. */
  readonly previous: readonly LinePoint[] | null;
};

export type ChartTarget = {
  readonly metric: MetricId;
  readonly value: number;
  readonly from: string;
  readonly to: string;
  readonly text: string;
};
export type ChartFlag = { readonly from: string; readonly to: string; readonly title: string };
export type ChartForecast = {
  readonly metric: MetricId;
  readonly points: readonly (Reach & { readonly day: string })[];
  readonly lines: readonly [string, string];
};

/** A chart as plain data: what is drawn, what is said about it, and on which axes. Everything in days and values, nothing in pixels. */
export type ChartSpec = {
  readonly title: string;
  readonly summary: string;
  readonly scale: Scale;
  readonly rate: boolean;
  readonly interval: 'day' | 'week';
  readonly from: string;
  /** Beyond the period when a forecast or a target lies there. */
  readonly to: string;
  /** Where known days end and the forecast begins; null when nothing lies beyond. */
  readonly today: string | null;
  readonly lines: readonly ChartLine[];
  readonly previousName: string | null;
  readonly gaps: readonly Gap[];
  readonly targets: readonly ChartTarget[];
  readonly flags: readonly ChartFlag[];
  readonly forecasts: readonly ChartForecast[];
};

export type ChartQuestion = {
  readonly trend: {
    readonly period: Period;
    readonly previousPeriod: Period | null;
    readonly interval: 'day' | 'week';
    readonly lines: readonly {
      readonly metric: MetricId;
      readonly points: readonly LinePoint[];
      readonly previous: readonly LinePoint[] | null;
    }[];
    readonly gaps: readonly Gap[];
    readonly today: string;
  };
  readonly annotations: readonly Annotation[];
  readonly targets: readonly Target[];
  readonly outlooks: readonly { readonly metric: MetricId; readonly forecast: Forecast | ForecastRefusal }[];
};

const forecastDays = 28;

/** Leave out of the question what the page has switched off. */
export function chartSpec({ trend, annotations, targets, outlooks }: ChartQuestion): ChartSpec {
  const { interval, period, previousPeriod, today, gaps } = trend;
  const lines = trend.lines.map((line) => ({ ...line, name: metricName(line.metric) }));
  const known = outlooks.flatMap(({ metric, forecast }) => (isRefused(forecast) ? [] : [{ metric, forecast }]));
  const to = endOf(period, { today, targets, forecasts: known.length > 0 });
  const forecasts = known.map(({ metric, forecast }) => forecastTo(to, metric, { forecast, targets }));
  const shown = targets.flatMap((target) => targetLine(target, { from: period.from, to }));
  const spec = {
    rate: lines.every(({ metric }) => isRate(metric)),
    interval,
    from: period.from,
    to,
    today: to > period.to ? today : null,
    lines,
    previousName: previousPeriod && longSpan(previousPeriod.from, previousPeriod.to),
    gaps,
    targets: shown,
    flags: annotations.map(({ from, to: last, title }) => ({
      from: laterOf(from, period.from),
      to: last,
      title,
    })),
    forecasts,
  };
  return { ...spec, scale: scaleOf(spec), title: titleOf(trend, lines), summary: summaryOf(lines, gaps) };
}

type Shown = Pick<ChartSpec, 'rate' | 'lines' | 'targets' | 'forecasts'>;

function scaleOf({ rate, lines, targets, forecasts }: Shown): Scale {
  const values = [
    ...lines.flatMap(({ points, previous }) => [...points, ...(previous ?? [])].flatMap(({ value }) => value ?? [])),
    ...targets.map(({ value }) => value),
    ...forecasts.flatMap(({ points }) => points.flatMap(({ low, high }) => [low, high])),
  ];
  if (values.length === 0) return rate ? rateScale(0, 1) : countScale(2);
  const high = values.reduce((most, value) => Math.max(most, value), 0);
  return rate
    ? rateScale(
        values.reduce((least, value) => Math.min(least, value), high),
        high,
      )
    : countScale(high);
}

/** The axis goes on to the nearest due day, or four weeks for a forecast, but never by more than half of the period. */
function endOf(
  period: Period,
  { today, targets, forecasts }: { today: string; targets: readonly Target[]; forecasts: boolean },
): string {
  if (period.to < today || !(forecasts || targets.length > 0)) return period.to;
  const due = targets
    .map(({ dueDay }) => dueDay)
    .filter((day) => day > period.to)
    .sort()[0];
  const most = addDays(period.to, Math.max(forecastDays, Math.floor(lengthInDays(period) / 2)));
  const wanted = due ?? (forecasts ? addDays(period.to, forecastDays) : period.to);
  return earlierOf(wanted, most);
}

/** From the day it was set to its due day, as far as it is in view. */
function targetLine(target: Target, { from, to }: Period): ChartTarget[] {
  if (target.setOn > to || target.dueDay < from) return [];
  const span = { from: target.setOn > from ? target.setOn : from, to: target.dueDay < to ? target.dueDay : to };
  return [
    {
      metric: target.metric,
      value: target.value,
      ...span,
      text: `Target ${targetName(target)} by ${shortDay(target.dueDay)}`,
    },
  ];
}

function forecastTo(
  to: string,
  metric: MetricId,
  { forecast, targets }: { forecast: Forecast; targets: readonly Target[] },
): ChartForecast {
  const { day } = forecast.last;
  const due = targets
    .filter((target) => target.metric === metric && target.dueDay > day)
    .map(({ dueDay }) => dueDay)
    .sort()[0];
  const told = due ?? to;
  const { low, middle, high } = expectedOn(forecast, told);
  const value = (amount: number) => valueWords(metric, isRate(metric) ? amount : Math.round(amount));
  const days = Math.max(1, daysBetween(day, to));
  const steps = Math.min(12, days);
  return {
    metric,
    points: Array.from({ length: steps + 1 }, (_, step) => {
      const at = addDays(day, Math.round((days * step) / steps));
      return { day: at, ...expectedOn(forecast, at) };
    }),
    lines: [`Forecast ${shortDay(told)}: ${value(middle)}`, `range ${value(low)}–${value(high)}`],
  };
}

function titleOf({ period, interval, previousPeriod }: ChartQuestion['trend'], lines: readonly ChartLine[]): string {
  const names = lines.map(({ name }) => name).join(', ');
  const beside = previousPeriod ? ', with the period before' : '';
  return `${names}, ${longSpan(period.from, period.to)}, ${interval === 'day' ? 'daily' : 'weekly closes'}${beside}`;
}

/** What a reader who sees no picture needs first: from where to where, and what is missing. */
function summaryOf(lines: readonly ChartLine[], gaps: readonly Gap[]): string {
  const missing = gaps.reduce((days, gap) => days + gap.days, 0);
  const holes = missing === 0 ? 'No day is missing.' : `${plural(missing, 'day')} without a snapshot.`;
  return [...lines.map(courseOf), holes].join(' ');
}

function courseOf({ metric, name, points }: ChartLine): string {
  const known = points.filter(({ value }) => value !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return `${name}: no value in this period.`;
  const told = (point: LinePoint) => `${valueWords(metric, point.value)} on ${fullDay(point.takenDay ?? point.day)}`;
  return first === last ? `${name}: ${told(first)}.` : `${name}: ${told(first)}, ${told(last)}.`;
}
