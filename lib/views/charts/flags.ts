import { type Day, earlierOf, laterOf } from '@/lib/domain/day';
import { shortDay } from '../words/numbers';
import type { Flag } from './chart-layout';
import type { ChartSpec, SpecFlag } from './chart-spec';
import { textWidth } from './text-width';
import { type Frame, flagRow } from './trend-frame';

const flagWidth = 14;

const isNumbered = ({ length }: ChartSpec['flags'], narrow: boolean): boolean => length > (narrow ? 2 : 4);

type Room = Pick<Frame, 'narrow' | 'width' | 'plot' | 'x'>;

/** Words while there are few, in a second row where two collide; numbers when words do not fit, with the words beside the chart. */
export function flagsOf(spec: ChartSpec, frame: Room): Flag[] {
  const worded = isNumbered(spec.flags, frame.narrow)
    ? []
    : placed(spec, frame, (flag) => flagWords(flag, frame.narrow, spec.today));
  const fit = worded.length > 0 && worded.every(({ text }) => text !== '');
  return fit ? worded : placed(spec, frame, ({ number }) => String(number));
}

function placed(spec: ChartSpec, frame: Room, textOf: (flag: SpecFlag) => string): Flag[] {
  const ends = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  return spec.flags.map((flag): Flag => {
    const x = frame.x(laterOf(flag.from, spec.from));
    const wanted = textOf(flag);
    const width = flagWidth + textWidth(wanted);
    const right = ends.findIndex((end) => end < x && x + width <= frame.width);
    const left = ends.findIndex((end) => end < x - width && x - width >= 0);
    const row =
      right !== -1
        ? right
        : left !== -1
          ? left
          : Math.max(
              0,
              ends.findIndex((end) => end < x),
            );
    ends[row] = right !== -1 ? x + width : x + flagWidth;
    const until = flag.to === flag.from ? null : frame.x(earlierOf(flag.to, spec.to));
    const text = right === -1 && left === -1 ? '' : wanted;
    return { id: flag.id, x, y: 4 + row * flagRow, text, anchor: right === -1 ? 'end' : 'start', until };
  });
}

export const rowsOf = (flags: readonly Flag[]): number => new Set(flags.map(({ y }) => y)).size;

function flagWords({ title, from }: SpecFlag, narrow: boolean, today: Day): string {
  const longest = narrow ? 18 : 34;
  const short = title.length > longest ? `${title.slice(0, longest - 1).trimEnd()}…` : title;
  return narrow ? short : `${short}, ${shortDay(from, today)}`;
}
