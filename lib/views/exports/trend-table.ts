import type { Annotation } from '@/lib/domain/annotation';
import { addDays, type Day, daysBetween } from '@/lib/domain/day';
import type { Gap } from '@/lib/domain/gap';
import { type MetricId, metrics } from '@/lib/domain/metrics/adoption';
import type { CountField } from '@/lib/domain/snapshot';
import type { LinePoint } from '@/lib/domain/trend-line';
import { gapReasonWords } from '../words/gaps';
import { isRate, metricName } from '../words/metrics';
import { type Cell, type Column, dayCell, ratioCell } from './cells';

/** What a trend chart draws, as rows. */
export type TrendRows = {
  readonly interval: 'day' | 'week';
  readonly lines: readonly {
    readonly metric: MetricId;
    readonly points: readonly LinePoint[];
    readonly previous: readonly LinePoint[] | null;
  }[];
  readonly gaps: readonly Gap[];
  readonly annotations: readonly Annotation[];
};

export function trendColumns({ interval, lines }: TrendRows): Column[] {
  const previous = lines.some((line) => line.previous !== null);
  const shown = [...lines.map(({ metric }) => metric), ...countsOf(lines).map(({ field }) => field)];
  return [
    ...(interval === 'week' ? [{ id: 'week', head: 'Week' }] : []),
    { id: 'day', head: interval === 'week' ? 'Sunday' : 'Day' },
    ...(interval === 'week' ? [{ id: 'taken_day', head: 'Closing snapshot' }] : []),
    ...shown.map((metric) => ({ id: metric, head: metricName(metric) })),
    ...(previous ? [{ id: 'previous_day', head: 'Day in the period before' }] : []),
    ...(previous
      ? shown.map((metric) => ({ id: `${metric}_previous`, head: `${metricName(metric)}, period before` }))
      : []),
    { id: 'gap', head: 'Why there is no snapshot' },
    { id: 'annotations', head: 'Annotations' },
  ];
}

export function trendCells({ interval, lines, gaps, annotations }: TrendRows): Cell[][] {
  const [first] = lines;
  const counts = countsOf(lines);
  const value = (metric: MetricId, point: LinePoint | undefined): Cell =>
    isRate(metric) ? ratioCell(point?.value ?? null) : (point?.value ?? null);
  return (first?.points ?? []).map((point, index) => {
    const from = first?.points[index - 1]?.day;
    const span = { from: from === undefined ? startOf(point, first?.points[1]) : addDays(from, 1), to: point.day };
    return [
      ...(interval === 'week' ? [point.week] : []),
      { day: point.day },
      ...(interval === 'week' ? [dayCell(point.takenDay)] : []),
      ...lines.map(({ metric, points }) => value(metric, points[index])),
      ...counts.map(({ line, side }) => line.points[index]?.[side] ?? null),
      ...(first?.previous ? [dayCell(first.previous[index]?.day ?? null)] : []),
      ...(first?.previous ? lines.map(({ metric, previous }) => value(metric, previous?.[index])) : []),
      ...(first?.previous ? counts.map(({ line, side }) => line.previous?.[index]?.[side] ?? null) : []),
      point.takenDay === null ? reasonsIn(gaps, span) : null,
      annotations
        .filter((one) => (index === 0 ? goesOnIn(one, span) : begins(one, span)))
        .map(({ title }) => title)
        .join('; ') || null,
    ];
  });
}

type Days = { readonly from: Day; readonly to: Day };

/** Each stands in the row in which it began; the first row also has what began before and went on. */
const begins = ({ from }: Days, span: Days): boolean => from >= span.from && from <= span.to;
const goesOnIn = ({ from, to }: Days, span: Days): boolean => from <= span.to && to >= span.from;

type Line = TrendRows['lines'][number];
type Count = { readonly field: CountField; readonly line: Line; readonly side: 'part' | 'base' };

/** What the rates are made of, each count once. */
function countsOf(lines: readonly Line[]): Count[] {
  const all = lines.flatMap((line): Count[] => {
    const { part, base } = metrics[line.metric];
    return base === null
      ? []
      : [
          { field: part, line, side: 'part' },
          { field: base, line, side: 'base' },
        ];
  });
  return all.filter(({ field }, index) => all.findIndex((count) => count.field === field) === index);
}

/** The first slot is as long as the second. */
const startOf = (first: LinePoint, second: LinePoint | undefined): Day =>
  second ? addDays(first.day, 1 - daysBetween(first.day, second.day)) : first.day;

function reasonsIn(gaps: readonly Gap[], { from, to }: { from: Day; to: Day }): string | null {
  const reasons = gaps.filter((one) => one.from <= to && one.to >= from).map(gapReasonWords);
  return [...new Set(reasons)].join('; ') || null;
}
