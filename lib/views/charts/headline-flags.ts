import type { Annotation } from '@/lib/domain/annotation';
import { daysBetween } from '@/lib/domain/day';
import type { Flag } from './chart-layout';
import type { SpecFlag } from './chart-spec';
import { flagsOf } from './flags';
import type { HeadlineChart } from './headline-chart';
import { textWidth } from './text-width';

export type HeadlineFlags = {
  readonly flags: readonly Flag[];
  /** Those that the chart has a number or a part of the words for, to be listed below it: the newest that two lines hold. */
  readonly listed: readonly ListedFlag[];
  /** How many are older and not listed. */
  readonly unlisted: number;
};

/** `number` is null where the chart has the beginning of its words. */
export type ListedFlag = Omit<SpecFlag, 'number'> & { readonly number: number | null };

/** Annotations of the chart's own days above the headline's line, in one row: words where they fit, else numbers. */
export function headlineFlags(
  { from, to, width, plot }: HeadlineChart,
  annotations: readonly Annotation[],
): HeadlineFlags {
  const perDay = (plot.right - plot.left) / Math.max(1, daysBetween(from, to));
  const shown = annotations
    .filter((one) => one.to >= from && one.from <= to)
    .map(({ id, from: begins, to: ends, title }, at) => ({ id, from: begins, to: ends, title, number: at + 1 }));
  const x = (day: SpecFlag['from']) => Math.round((plot.left + daysBetween(from, day) * perDay) * 10) / 10;
  const flags = flagsOf({ flags: shown, from, to, today: to }, { narrow: true, width, x, rows: 1 });
  const listed = shown.flatMap((flag, at): ListedFlag[] => {
    const { text = '' } = flags[at] ?? {};
    if (text === flag.title) return [];
    return [text.endsWith('…') ? { ...flag, number: null } : flag];
  });
  const told = newestOf(listed, 2 * width);
  return { flags, listed: told, unlisted: listed.length - told.length };
}

/** Of words of 12 pixels with their number and the space behind them, and of what a line loses where it breaks. */
const itemRoom = (title: string): number => (textWidth(title) * 12) / 11 + 24;
const breakRoom = 90;

function newestOf(listed: readonly ListedFlag[], room: number): ListedFlag[] {
  let left = room - breakRoom;
  const older = listed.findLastIndex(({ title }) => {
    left -= itemRoom(title);
    return left < 0;
  });
  return listed.slice(Math.min(older + 1, Math.max(0, listed.length - 1)));
}
