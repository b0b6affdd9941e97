import { type Tone, toneOf } from '../charts/chart-layout';
import type { ChartSpec, SpecFlag, SpecTarget } from '../charts/chart-spec';
import { fullDay, longSpan, plural } from '../words/numbers';
import { listWords } from './aria-title';

/** What a line, a hatch or a field of the picture stands for. */
export type KeyEntry = {
  readonly look: 'line' | 'previous' | 'target' | 'forecast' | 'gap';
  readonly tone: Tone;
  readonly text: string;
};

/** Everything a picture says besides its chart, so that it is understood where there is no page around it. */
export type PictureWords = {
  readonly title: string;
  readonly sub: string;
  readonly key: readonly KeyEntry[];
  /** As they are numbered in the chart. */
  readonly annotations: readonly string[];
  readonly source: string;
};

const mostAnnotations = 12;

export function pictureWords(
  spec: ChartSpec,
  { organisation, period }: { organisation: string; period: string },
): PictureWords {
  return {
    title: listWords(spec.lines.map(({ name }) => name)),
    sub: `${organisation}, ${period}`,
    key: [...linesOf(spec), ...aroundOf(spec)],
    annotations: annotationsOf(spec.flags),
    source: sourceOf(spec),
  };
}

const linesOf = ({ lines, slots }: ChartSpec): KeyEntry[] =>
  lines.map(({ name }, at) => ({
    look: 'line',
    tone: toneOf(at),
    text: `${name}, ${slots[0]?.week === null ? 'daily' : 'weekly close'}`,
  }));

function aroundOf({ lines, previous, targets, forecasts, gaps }: ChartSpec): KeyEntry[] {
  const before = previous?.days.at(0) && previous.days.at(-1);
  const span = before && previous?.days[0] ? longSpan(previous.days[0], before) : '';
  return [
    ...(previous ? [{ look: 'previous' as const, tone: 1 as const, text: `${previous.name}: ${span}` }] : []),
    ...targets.map((target) => ({
      look: 'target' as const,
      tone: toneOf(target.line),
      text: targetText(target, lines[target.line]?.name),
    })),
    ...forecasts.map(({ line }) => ({
      look: 'forecast' as const,
      tone: toneOf(line),
      text: `Forecast${lines.length > 1 ? ` of ${lines[line]?.name}` : ''}: middle, and its range`,
    })),
    ...(gaps.length > 0 ? [{ look: 'gap' as const, tone: 1 as const, text: 'No snapshot' }] : []),
  ];
}

/** A due day beyond the picture is in the target's own words, with its year. */
const targetText = ({ text, to, due }: SpecTarget, name = ''): string =>
  `${name}: ${due ? text.replace(/ by .*$/, ` by ${fullDay(to)}`) : text}`.replace(/^: /, '');

function annotationsOf(flags: readonly SpecFlag[]): string[] {
  const told = flags.slice(0, mostAnnotations).map(({ number, title, from, to }) => {
    return `${number} · ${from === to ? fullDay(from) : longSpan(from, to)}: ${title}`;
  });
  const more = flags.length - mostAnnotations;
  return more > 0 ? [...told, `and ${plural(more, 'more', 'more')}`] : told;
}

function sourceOf({ lines, today }: ChartSpec): string {
  const newest = lines[0]?.taken.findLast((day) => day !== null);
  const snapshot = newest ? `newest snapshot shown ${fullDay(newest)}` : 'no snapshot shown';
  return `Source: Enpass Business, daily snapshots; ${snapshot}. Made on ${fullDay(today)}.`;
}
