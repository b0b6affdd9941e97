import { type ComparedMetric, compareMeasured } from '@/lib/domain/comparison';
import { type Day, daysBetween } from '@/lib/domain/day';
import { metrics } from '@/lib/domain/metrics/adoption';
import { addWeeks, daysOfWeek, type Week, weekOf } from '@/lib/domain/week';
import { type ChartSpec, measuredAt, type SpecLine } from '../charts/chart-spec';
import { valueText } from '../charts/value-text';
import { type Moved, movedOf } from '../words/metrics';
import { countWords, weekdayDay } from '../words/numbers';

export type CloseTable = {
  readonly heads: readonly string[];
  readonly rows: readonly CloseRow[];
  /** How many older weeks the period has besides. */
  readonly more: number;
};

export type CloseRow = {
  readonly week: Week;
  readonly taken: string;
  readonly unfinished: boolean;
  /** The last one is the number itself, or there is one for each of several lines. */
  readonly cells: readonly string[];
  /** Against the week before; only with a single line. Null when unknown, and for a week that is not over. */
  readonly change: Moved | null;
};

const mostRows = 8;

/** The last snapshot of each week in the chart, newest first; null when its points are not days or single weeks. */
export function weekCloses(spec: ChartSpec): CloseTable | null {
  if (spec.slots.some(({ from, to }) => daysBetween(from, to) > 6)) return null;
  const closes = lastOfWeeks(spec);
  const [only] = spec.lines;
  const single = spec.lines.length === 1 ? only : undefined;
  const steps = closes.map((close, index) => (single ? stepOf(single, closes[index - 1], close) : null));
  const rows = closes.map(({ week, at, taken }, index): CloseRow => {
    const unfinished = week === weekOf(spec.today);
    const step = steps[index] ?? null;
    return {
      week,
      taken: taken === null ? 'no snapshot' : weekdayDay(taken, spec.today),
      unfinished,
      cells: single
        ? singleCells(spec, single, { at, decimals: Math.max(decimalsOf(step), decimalsOf(steps[index + 1])) })
        : spec.lines.map(({ values }) => valueText(spec, values[at] ?? null)),
      change: step && !unfinished ? movedOf(step.compared, { days: step.days }) : null,
    };
  });
  const names = single ? singleHeads(single) : spec.lines.map(({ name }) => name);
  return {
    heads: ['Week', 'Taken', ...names, ...(single ? ['Change'] : [])],
    rows: rows.reverse().slice(0, mostRows),
    more: Math.max(0, rows.length - mostRows),
  };
}

type Close = { readonly week: Week; readonly at: number; readonly taken: Day | null };

/**
 * Where the chart ends within a week that is over, that week's close lies outside: it is left out, not guessed. A whole week without a
 * snapshot has its row after the first close, so that nobody takes its neighbours for such.
 */
function lastOfWeeks({ slots, lines, today }: ChartSpec): Close[] {
  const closes = new Map<Week, Close>();
  const end = slots.at(-1)?.to ?? '';
  for (const [at, { to }] of slots.entries()) {
    const taken = lines[0]?.taken[at] ?? null;
    const week = weekOf(to);
    const over = daysOfWeek(week).to <= end && week !== weekOf(today);
    const missing = over && closes.size > 0 && !closes.has(week);
    if (taken === null ? missing : over || week === weekOf(today)) closes.set(week, { week, at, taken });
  }
  return [...closes.values()];
}

function singleHeads({ id, name }: SpecLine): string[] {
  const { part, base } = metrics[id];
  return base === null ? [name] : [metrics[part].label, metrics[base].label, name];
}

type Place = { readonly at: number; readonly decimals: number };

function singleCells(spec: ChartSpec, { values, parts, bases, id }: SpecLine, { at, decimals }: Place): string[] {
  const value = valueText(spec, values[at] ?? null, decimals);
  if (metrics[id].base === null) return [value];
  return [countWords(parts[at] ?? null), countWords(bases[at] ?? null), value];
}

/** From the close of the week before, with the days between the two. */
type Step = { readonly compared: ComparedMetric; readonly days: number };

function stepOf(line: SpecLine, before: Close | undefined, now: Close): Step | null {
  if (!before?.taken || !now.taken || addWeeks(before.week, 1) !== now.week) return null;
  const compared = compareMeasured(line.id, measuredAt(line, before.at), measuredAt(line, now.at));
  return { compared, days: daysBetween(before.taken, now.taken) };
}

/** A close stands beside the one before and the one after: it is shown so that it contradicts neither. */
const decimalsOf = (step: Step | null | undefined): number => step?.compared.decimals ?? 1;
