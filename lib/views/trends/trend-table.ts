import { daysBetween } from '@/lib/domain/day';
import { metrics } from '@/lib/domain/metrics/adoption';
import type { ChartSpec, SpecLine, SpecSlot } from '../charts/chart-spec';
import { valueText } from '../charts/value-text';
import { countWords, shortDay, weekdayDay } from '../words/numbers';
import { noSnapshot } from './tooltip';

export type TrendTable = {
  readonly heads: readonly string[];
  /** `missing` says why instead of all figures. */
  readonly rows: readonly TrendTableRow[];
};

export type TrendTableRow = {
  readonly key: string;
  readonly head: string;
  readonly cells: readonly string[];
  readonly missing: string | null;
};

/** The chart as a table, newest first: every point with its base, and every hole with its reason. */
export function trendTable(spec: ChartSpec): TrendTable {
  const weekly = spec.slots[0] !== undefined && spec.slots[0].week !== null;
  const columns = spec.lines.flatMap(columnsOf(spec));
  const rows = spec.slots.map((slot, at): TrendTableRow => {
    const taken = spec.lines[0]?.taken[at] ?? null;
    const figures = columns.map(({ cell }) => cell(at));
    return {
      key: slot.to,
      head: slotHead(slot),
      cells: weekly ? [taken === null ? '—' : weekdayDay(taken, slot.to), ...figures] : figures,
      missing: taken === null ? noSnapshot(spec, slot) : null,
    };
  });
  const heads = [weekly ? 'Week' : 'Day', ...(weekly ? ['Taken'] : []), ...columns.map(({ head }) => head)];
  return { heads, rows: rows.reverse() };
}

type Column = { readonly head: string; readonly cell: (at: number) => string };

const columnsOf =
  (spec: ChartSpec) =>
  (line: SpecLine): Column[] => {
    const { base } = metrics[line.id];
    const { previous } = line;
    const of = (at: number) => `${countWords(line.parts[at] ?? null)} of ${countWords(line.bases[at] ?? null)}`;
    return [
      { head: line.name, cell: (at) => valueText(spec, line.values[at] ?? null) },
      ...(base === null ? [] : [{ head: `${partLabel(line)} of ${metrics[base].label.toLowerCase()}`, cell: of }]),
      ...(previous && spec.previous
        ? [
            {
              head: `${line.name}, ${spec.previous.name}`,
              cell: (at: number) => previousText(spec, previous.values[at] ?? null, at),
            },
          ]
        : []),
    ];
  };

const partLabel = ({ id }: SpecLine): string => metrics[metrics[id].part].label;

function previousText(spec: ChartSpec, value: number | null, at: number): string {
  const day = spec.previous?.days[at];
  return `${valueText(spec, value)}${day === undefined ? '' : ` (${shortDay(day, spec.today)})`}`;
}

/** Wed 18 Nov 2026; W47 2026, so far; 2 Nov–29 Nov 2026 */
function slotHead({ from, to, week, unfinished }: SpecSlot): string {
  if (week === null) return `${weekdayDay(to, to)} ${to.slice(0, 4)}`;
  const one = daysBetween(from, to) < 7;
  const name = one
    ? `W${week.slice(6)} ${week.slice(0, 4)}`
    : `${shortDay(from, to)}–${shortDay(to, to)} ${to.slice(0, 4)}`;
  return unfinished ? `${name}, so far` : name;
}
