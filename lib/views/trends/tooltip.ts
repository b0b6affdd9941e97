import { compareMeasured } from '@/lib/domain/comparison';
import { type Day, daysBetween } from '@/lib/domain/day';
import { metrics } from '@/lib/domain/metrics/adoption';
import { daysAhead, foreseenOn } from '../charts/ahead';
import { type ChartSpec, measuredAt, type SpecLine, type SpecSlot } from '../charts/chart-spec';
import { valueText } from '../charts/value-text';
import { movedOf } from '../words/metrics';
import { countWords, longSpan, shortDay, weekdayAndMonth, weekdayDay } from '../words/numbers';

export type TooltipRow = {
  readonly key: string;
  readonly name: string;
  readonly value: string;
  /** The line's place in the chart; null for what only explains. */
  readonly line: number | null;
};

/** What is told of the place pointed at: its day, every line's number there, or why there is none. */
export type Tooltip = { readonly title: string; readonly note: string | null; readonly rows: readonly TooltipRow[] };

/** `at` counts the slots, then the days ahead that a forecast is drawn for. */
export function tooltipFor(spec: ChartSpec, at: number): Tooltip {
  const slot = spec.slots[at];
  if (!slot) return tooltipAhead(spec, daysAhead(spec)[at - spec.slots.length]);
  const taken = spec.lines[0]?.taken[at] ?? null;
  const [only] = spec.lines;
  const rows =
    spec.lines.length === 1 && only
      ? singleRows(spec, only, at)
      : spec.lines.flatMap((line, index) => severalRows(spec, line, { at, index }));
  const happened = spec.flags.filter(({ from, to }) => from <= slot.to && slot.from <= to).map(({ title }) => title);
  const missing = taken === null ? noSnapshot(spec, slot) : null;
  return {
    title: titleOf(spec, slot, taken),
    note: [missing, ...happened].filter((words) => words !== null).join(' · ') || null,
    rows: taken === null ? [...rows.filter(({ value }) => value !== '—'), ...foreseenRows(spec, slot)] : rows,
  };
}

function tooltipAhead(spec: ChartSpec, day: Day | undefined): Tooltip {
  if (day === undefined) return { title: '', note: null, rows: [] };
  const happening = spec.flags.filter(({ from, to }) => from <= day && day <= to).map(({ title }) => title);
  return {
    title: weekdayAndMonth(day, spec.today),
    note: ['Forecast', ...happening].join(' · '),
    rows: foreseenRows(spec, { x: day }),
  };
}

/** Low, middle and high; nothing for a day that is over. */
function foreseenRows(spec: ChartSpec, { x }: Pick<SpecSlot, 'x'>): TooltipRow[] {
  if (x <= spec.today) return [];
  return spec.forecasts.flatMap((forecast): TooltipRow[] => {
    const line = spec.lines[forecast.line];
    const foreseen = foreseenOn(forecast, x);
    if (!line || !foreseen) return [];
    const { low, middle, high } = foreseen;
    const words = (value: number) => valueText(spec, spec.unit === 'count' ? Math.round(value) : value);
    const several = spec.lines.length > 1;
    return [
      { key: `${line.id} foreseen`, name: line.name, value: words(middle), line: forecast.line },
      {
        key: `${line.id} range`,
        name: several ? `${line.name}, range` : 'Range, low to high',
        value: `${words(low)} to ${words(high)}`,
        line: null,
      },
    ];
  });
}

/** The same in one sentence, for who cannot see it. */
export const tooltipSentence = ({ title, note, rows }: Tooltip): string =>
  [title, ...(note ? [note] : []), ...rows.map(({ name, value }) => `${name} ${value}`)].join('. ');

/** Why a place has no number: weeks may have several reasons. */
export function noSnapshot({ gaps, today }: Pick<ChartSpec, 'gaps' | 'today'>, slot: SpecSlot): string {
  const reasons = gaps.filter(({ from, to }) => from <= slot.to && slot.from <= to).map(({ reason }) => reason);
  if (reasons.length > 0) return `No snapshot: ${[...new Set(reasons)].join('; ')}`;
  return slot.to >= today ? 'No snapshot yet' : 'Before the first snapshot';
}

export function titleOf({ today }: Pick<ChartSpec, 'today'>, slot: SpecSlot, taken: Day | null): string {
  if (slot.week === null) return weekdayAndMonth(slot.to, today);
  const week = `W${slot.week.slice(6)}${slot.week.slice(0, 4) === today.slice(0, 4) ? '' : ` ${slot.week.slice(0, 4)}`}`;
  const name = daysBetween(slot.from, slot.to) < 7 ? week : longSpan(slot.from, slot.to);
  const so = slot.unfinished ? ' so far' : '';
  return taken === null ? `${name}${so}` : `${name}${so}, taken ${weekdayDay(taken, today)}`;
}

function singleRows(spec: ChartSpec, line: SpecLine, at: number): TooltipRow[] {
  const { value, before, decimals, change } = beside(spec, line, at);
  const rows: TooltipRow[] = [{ key: line.id, name: line.name, value: valueText(spec, value, decimals), line: 0 }];
  const { part, base } = metrics[line.id];
  if (base !== null && value !== null) {
    const name = `${metrics[part].label} / ${metrics[base].label.toLowerCase()}`;
    const figures = `${countWords(line.parts[at] ?? null)} / ${countWords(line.bases[at] ?? null)}`;
    rows.push({ key: 'made of', name, value: figures, line: null });
  }
  const day = spec.previous?.days[at];
  if (before === null || !spec.previous || day === undefined) return rows;
  const name = `${shortDay(day, spec.today)}, ${spec.previous.name}`;
  rows.push({ key: 'before', name, value: valueText(spec, before, decimals), line: null });
  return change === null ? rows : [...rows, { key: 'change', name: 'Change', value: change, line: null }];
}

function severalRows(spec: ChartSpec, line: SpecLine, { at, index }: { at: number; index: number }): TooltipRow[] {
  const { value, before, decimals, change } = beside(spec, line, at);
  const base = line.bases[at] ?? null;
  const figures = base === null ? '' : ` (${countWords(line.parts[at] ?? null)} of ${countWords(base)})`;
  const told = `${valueText(spec, value, decimals)}${value === null ? '' : figures}`;
  const row: TooltipRow = { key: line.id, name: line.name, value: told, line: index };
  if (before === null || !spec.previous) return [row];
  const then = `${valueText(spec, before, decimals)}${change === null ? '' : ` (${change})`}`;
  return [row, { key: `${line.id} before`, name: spec.previous.name, value: then, line: null }];
}

/** A place beside that of the period before, and the change: +16.6 points, +6, unchanged. A week that is not over is not compared. */
function beside({ slots }: ChartSpec, line: SpecLine, at: number) {
  const compared = compareMeasured(line.id, measuredAt(line.previous ?? nothing, at), measuredAt(line, at));
  const moved = slots[at]?.unfinished ? null : movedOf(compared, { unit: 'points' });
  const { before, after, decimals } = compared;
  return { value: after.value, before: before.value, decimals, change: moved?.text ?? null };
}

const nothing = { values: [], parts: [], bases: [], taken: [] };
