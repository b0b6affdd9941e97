import { type Day, daysBetween } from '@/lib/domain/day';
import { spanWords } from '../words/numbers';
import { type ChartLabel, type ChartLayout, type ChartLine, type Strip, toneOf } from './chart-layout';
import type { ChartSpec, SpecGap, SpecLine, SpecTarget } from './chart-spec';
import { type Box, boxOf, inside, overlap, spread } from './label-collisions';
import { textWidth } from './text-width';
import { type Frame, lineHeight, round } from './trend-frame';
import { valueText } from './value-text';

type Drawn = Pick<ChartLayout, 'lines' | 'gaps' | 'now' | 'flags'>;

/** How much room the names at the lines' ends need right of the plot, in pixels: the less, the further the axis goes on beyond the newest day. */
export function roomForNames(spec: ChartSpec, { width, narrow }: Pick<Frame, 'width' | 'narrow'>): number {
  const least = narrow ? 12 : 16;
  if (spec.lines.length < 2) return least;
  const names = Math.max(...spec.lines.map((line) => textWidth(nameOf(spec, line, narrow), true))) + 16;
  const newest = spec.slots.at(-1)?.x ?? spec.to;
  const whole = Math.max(1, daysBetween(spec.from, spec.to)) / Math.max(1, daysBetween(spec.from, newest));
  return Math.max(least, Math.ceil((width - widestTicks) * (1 - whole) + names * whole));
}

/** Left of the plot at most. */
const widestTicks = 60;

/** What is written into the chart, most important first: what would lie upon something else is moved or left out. */
export function labelsOf(spec: ChartSpec, frame: Frame, drawn: Drawn): ChartLabel[] {
  const placed: ChartLabel[] = [...nameLabels(spec, frame, drawn.lines)];
  const add = (candidates: readonly ChartLabel[], clear: (box: Box) => boolean = () => true) => {
    const free = candidates.find((label) => {
      const box = boxOf(label);
      return placed.every((other) => !overlap(boxOf(other), box)) && clear(box);
    });
    if (free) placed.push(free);
  };
  const free = (box: Box) => !isCrossed(box, spec, { frame, lines: drawn.lines });
  const single = spec.lines.length === 1;
  for (const target of spec.targets) {
    const candidates = targetLabels(frame, target, single);
    const clear = candidates.filter((label) => free(boxOf(label)));
    add([...clear, ...candidates]);
  }
  if (single) for (const forecast of spec.forecasts) add(forecastLabels(frame, forecast), free);
  const before = drawn.lines.flatMap((line) => previousLabels(spec, frame, line));
  if (single) add(before);
  else add(before, (box) => inside(box, frame.plot) && free(box));
  if (drawn.now !== null) add([todayLabel(frame, drawn.now)]);
  for (const [index, gap] of spec.gaps.entries()) {
    const strip = drawn.gaps[index];
    if (!strip || (gap.days < 3 && spec.gaps.length > 3)) continue;
    add(
      byCalm(gapLabels(frame, strip, { ...gap, beside: spec.today }), strip, { drawn, long: gap.days >= 3 }),
      (box) => {
        return inside(box, frame.plot) && free(box);
      },
    );
  }
  return placed;
}

/** Rather upon nothing, then upon the stem of an annotation; upon another hatch or today's rule only where a long gap has no other place. */
function byCalm(
  labels: readonly ChartLabel[],
  own: Strip,
  { drawn, long }: { drawn: Drawn; long: boolean },
): readonly ChartLabel[] {
  const solid = drawn.gaps.filter((strip) => strip !== own);
  if (drawn.now !== null) solid.push({ x: drawn.now, width: 0 });
  const stems = drawn.flags.map(({ x }) => ({ x, width: 0 }));
  const off = (strips: readonly Strip[]) => (label: ChartLabel) => {
    const { left, right } = boxOf(label);
    return strips.every(({ x, width }) => x > right || x + width < left);
  };
  const legible = labels.filter(off(solid));
  return [...legible.filter(off(stems)), ...legible, ...(long ? labels : [])];
}

/** Whether a line, a target or a forecast runs through. */
function isCrossed(
  { left, right, top, bottom }: Box,
  spec: ChartSpec,
  { frame, lines }: { frame: Frame; lines: readonly ChartLine[] },
): boolean {
  const points = [
    ...lines
      .flatMap(({ points, previous }) => [...points, ...previous])
      .flatMap((point) => (point ? [[point.x / 10, point.y / 10]] : [])),
    ...spec.forecasts.flatMap(({ points: course }) => course.map(({ day, middle }) => [frame.x(day), frame.y(middle)])),
  ];
  const aimed = spec.targets.some(({ from, to, value }) => {
    const y = frame.y(value);
    return y >= top && y <= bottom && frame.x(from) <= right && frame.x(to) >= left;
  });
  return aimed || points.some(([x = 0, y = 0]) => x >= left && x <= right && y >= top && y <= bottom);
}

const todayLabel = ({ plot }: Frame, x: number): ChartLabel => ({
  x: x + 5,
  y: plot.bottom - 8,
  anchor: 'start',
  lines: ['today'],
  tone: 'muted',
});

/** Adoption 61.9%; only the number where the name does not fit: then the key stands above the chart. */
function nameOf(spec: ChartSpec, line: SpecLine, narrow: boolean): string {
  const last = line.values.findLast((value) => value !== null) ?? null;
  const value = valueText(spec, last);
  return narrow ? value : `${line.name} ${value}`;
}

/** One line carries its name above its end; several carry theirs behind it, apart from each other. */
function nameLabels(spec: ChartSpec, frame: Frame, lines: readonly ChartLine[]): ChartLabel[] {
  const { plot, narrow } = frame;
  const named = lines.flatMap(({ tone, end, points }, index) => {
    const line = spec.lines[index];
    return end && line ? [{ tone, end, points, text: nameOf(spec, line, narrow) }] : [];
  });
  const [only] = named;
  if (only && spec.lines.length === 1) return [singleName(frame, only)];
  const ys = spread(
    named.map(({ end, tone }) => end.y + 4 + asideOf(spec, tone - 1)),
    { top: plot.top + 4, bottom: plot.bottom - 2, apart: lineHeight },
  );
  return named.map(({ tone, end, text }, index) => ({
    x: round(end.x + 9),
    y: round(ys[index] ?? end.y),
    anchor: 'start',
    lines: [text],
    tone,
  }));
}

/** A forecast begins at the line's end: the name makes way. */
function asideOf({ forecasts }: ChartSpec, line: number): number {
  const course = forecasts.find((forecast) => forecast.line === line)?.points;
  const [first, last] = [course?.[0], course?.at(-1)];
  if (!first || !last) return 0;
  return last.middle >= first.middle ? 12 : -12;
}

type Named = Pick<ChartLine, 'tone' | 'points'> & { readonly end: { x: number; y: number }; readonly text: string };

/** Above the end; below it when the line comes down from above, or where the plot ends. */
function singleName({ plot }: Frame, { tone, end, points, text }: Named): ChartLabel {
  const width = textWidth(text, true);
  const anchor = end.x - plot.left < width + 12 ? 'start' : 'end';
  const x = anchor === 'end' ? end.x - 4 : end.x;
  const near = points.filter((point) => point && point.x / 10 > end.x - width - 12);
  const highest = near.reduce((top, point) => Math.min(top, point ? point.y / 10 : top), end.y);
  const lowest = near.reduce((low, point) => Math.max(low, point ? point.y / 10 : low), end.y);
  const above = highest - 12 >= plot.top - 8 && (end.y - highest < 24 || lowest + 18 > plot.bottom);
  return { x: round(x), y: round(above ? highest - 12 : lowest + 20), anchor, lines: [text], tone };
}

/** Among several lines it has the colour of its own. */
function targetLabels(frame: Frame, { value, to, text, line }: SpecTarget, single: boolean): ChartLabel[] {
  const x = Math.min(frame.x(to) + 2, frame.plot.right + 2);
  const y = frame.y(value);
  const width = textWidth(text, true);
  const anchor = x - frame.plot.left < width ? 'start' : 'end';
  const at = anchor === 'start' ? frame.plot.left + 4 : x;
  const tone = single ? 'strong' : toneOf(line);
  return [y - 8, y + 16, y - 22, y + 30].map((each) => ({ x: at, y: each, anchor, lines: [text], tone }));
}

function forecastLabels(frame: Frame, { points, text, range }: ChartSpec['forecasts'][number]): ChartLabel[] {
  const end = points.at(-1);
  if (!end) return [];
  const below = frame.y(end.low) + 16;
  const above = frame.y(end.high) - 8 - lineHeight;
  const candidates = [below, below + 14, below + 28, below + 42, above, above - 14];
  return candidates
    .filter((y) => y > frame.plot.top - 6 && y + lineHeight < frame.plot.bottom)
    .map((y) => ({
      x: round(frame.x(end.day)),
      y: round(y),
      anchor: 'end',
      lines: [frame.narrow ? text.replace('Forecast ', '') : text, ...(range === '' ? [] : [range])],
      tone: 'muted',
    }));
}

/** Behind the dashed line's end when there is room, else below or above its last stretch. */
function previousLabels(spec: ChartSpec, frame: Frame, { previous }: ChartLine): ChartLabel[] {
  const last = previous.findLast((point) => point !== null);
  if (!last || !spec.previous) return [];
  const [x, y] = [last.x / 10, last.y / 10];
  const lines = frame.narrow ? [spec.previous.name] : [`${spec.previous.name},`, spec.previous.span];
  const behind: ChartLabel = { x: x + 10, y, anchor: 'start', lines, tone: 'muted' };
  const flat: ChartLabel = { x, y, anchor: 'end', lines: [lines.join(' ')], tone: 'muted' };
  const { left } = boxOf(flat);
  const beside = previous.flatMap((point) => (point && point.x / 10 >= left ? [point.y / 10] : []));
  const below = { ...flat, y: round(Math.max(...beside) + 18) };
  const above = { ...flat, y: round(Math.min(...beside) - 9) };
  const kept = boxOf(behind).right <= frame.plot.right + 10 ? [behind, below, above] : [below, above];
  return kept.filter((label) => label.y > frame.plot.top && label.y < frame.plot.bottom - 2);
}

/** When and why, beside the hole: just above the axis, or under the plot's top. */
function gapLabels({ plot }: Frame, strip: ChartLayout['gaps'][number], gap: SpecGap & { beside: Day }): ChartLabel[] {
  const lines = [
    `${spanWords(gap.from, gap.to, gap.beside)}, no ${gap.days === 1 ? 'snapshot' : 'snapshots'}:`,
    gap.reason,
  ];
  const right = strip.x + strip.width + 5;
  return [plot.bottom - 22, plot.top + 14].flatMap((y): ChartLabel[] => [
    { x: round(right), y, anchor: 'start', lines, tone: 'muted' },
    { x: round(strip.x - 5), y, anchor: 'end', lines, tone: 'muted' },
  ]);
}
