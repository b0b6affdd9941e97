import { metrics } from '@/lib/domain/metrics/adoption';
import type { LinePoint } from '@/lib/domain/trend-line';
import { gapReasonWords } from '../gap-words';
import { isRate, movedWords, valueWords } from '../metric-words';
import { weekWords } from '../week-words';
import { capital, countWords, fullDay, longDay, shortDay } from '../words';
import type { ChartLine, ChartSpec } from './chart-spec';

export type Tip = {
  readonly heading: string;
  readonly rows: readonly { readonly label: string; readonly value: string }[];
};

/** The numbers of one point of all lines, for whoever points at it by mouse, touch or keyboard. */
export function tipOf({ lines, gaps, interval }: ChartSpec, index: number): Tip {
  const point = lines[0]?.points[index];
  if (!point) return { heading: '', rows: [] };
  const gap = point.takenDay === null ? gaps.find(({ from, to }) => from <= point.day && point.day <= to) : undefined;
  return {
    heading: interval === 'day' ? longDay(point.day) : closeWords(point),
    rows: [
      ...lines.flatMap((line) => rowsOf(line, index)),
      ...(point.takenDay === null ? [{ label: 'No snapshot', value: gap ? gapReasonWords(gap) : '' }] : []),
    ],
  };
}

/** Week 47, closed Sun 22 Nov; Week 48 so far, Mon 23 Nov */
function closeWords({ week, takenDay, unfinished }: LinePoint): string {
  const name = week === null ? '' : `${capital(weekWords(week))} of ${week.slice(0, 4)}`;
  if (takenDay === null) return name;
  return unfinished ? `${name} so far, ${shortDay(takenDay)}` : `${name}, closed ${shortDay(takenDay)}`;
}

function rowsOf({ metric, name, points, previous }: ChartLine, index: number): Tip['rows'] {
  const now = points[index];
  const then = previous?.[index];
  if (!now) return [];
  const { part, base } = metrics[metric];
  const made =
    base === null || now.part === null || now.base === null
      ? []
      : [
          {
            label: `${metrics[part].label} / ${metrics[base].label.toLowerCase()}`,
            value: `${countWords(now.part)} / ${countWords(now.base)}`,
          },
        ];
  const change = now.value === null || !then || then.value === null ? null : now.value - then.value;
  return [
    { label: name, value: valueWords(metric, now.value) },
    ...made,
    ...(then
      ? [{ label: `${shortDay(then.takenDay ?? then.day)}, period before`, value: valueWords(metric, then.value) }]
      : []),
    ...(change === null ? [] : [{ label: 'Change', value: movedWords(metric, change) }]),
  ];
}

export type TableTwin = {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

/** The chart as a table: every point with its base, and "no snapshot" where there is none. */
export function tableTwin({ title, interval, lines }: ChartSpec): TableTwin {
  const previous = lines.some((line) => line.previous !== null);
  return {
    caption: title,
    head: [
      interval === 'day' ? 'Day' : 'Week, closing snapshot',
      ...lines.map(({ name }) => name),
      ...(previous ? lines.map(({ name }) => `${name}, period before`) : []),
    ],
    rows: (lines[0]?.points ?? []).map((point, index) => [
      interval === 'day' ? fullDay(point.day) : closeWords(point),
      ...lines.map((line) => cellOf(line, line.points[index])),
      ...(previous ? lines.map((line) => cellOf(line, line.previous?.[index])) : []),
    ]),
  };
}

function cellOf({ metric }: ChartLine, point: LinePoint | undefined): string {
  if (!point || point.takenDay === null) return 'no snapshot';
  if (point.value === null) return 'unknown';
  const value = valueWords(metric, point.value);
  return isRate(metric) ? `${value}, ${countWords(point.part)} of ${countWords(point.base)}` : value;
}
