import { type Day, earlierOf, laterOf } from '@/lib/domain/day';
import { shortDay } from '../words/numbers';
import type { Flag } from './chart-layout';
import type { ChartSpec, SpecFlag } from './chart-spec';
import { textWidth } from './text-width';
import { type Frame, flagRow } from './trend-frame';

const flagWidth = 14;
const apart = 6;

type Room = Pick<Frame, 'narrow' | 'width' | 'x'> & {
  /** How many lie one below the other at most. */
  readonly rows: number;
};
type Shown = Pick<ChartSpec, 'flags' | 'from' | 'to' | 'today'>;

/** What a flag takes up: its row, its pole, and from where to where its words reach, on whichever side. */
type Spot = {
  readonly row: number;
  readonly pole: number;
  readonly left: number;
  readonly right: number;
  readonly anchor: Flag['anchor'];
};

/** Words where they fit, each beside its own pole and upon nobody else's; otherwise the number, whose words stand in a list below. */
export function flagsOf(spec: Shown, room: Room): Flag[] {
  const spots: Spot[] = [];
  for (const flag of spec.flags) spots.push(numberSpot(room.x(laterOf(flag.from, spec.from)), spots, { flag, room }));
  const texts = spec.flags.map((flag, at) => {
    const numbered = spots[at] ?? { row: 0, pole: 0, left: 0, right: 0, anchor: 'start' };
    const words = flagWords(flag, room.narrow, spec.today);
    const others = spots.filter((_, index) => index !== at);
    const worded = wordSpots(numbered.pole, textWidth(words), room).find((spot) => others.every(isClearOf(spot)));
    if (worded) spots[at] = worded;
    return worded ? words : String(flag.number);
  });
  const used = [...new Set(spots.map(({ row }) => row))].sort();
  return spec.flags.map(({ id, from, to }, at): Flag => {
    const { row = 0, pole = 0, anchor = 'start' as const } = spots[at] ?? {};
    const until = to === from ? null : room.x(earlierOf(to, spec.to));
    return { id, x: pole, y: 4 + used.indexOf(row) * flagRow, text: texts[at] ?? '', anchor, until };
  });
}

export const rowsOf = (flags: readonly Flag[]): number =>
  flags.reduce((rows, { y }) => Math.max(rows, (y - 4) / flagRow + 1), 0);

/** In the last row that has room for it, out of the way of words; upon others where all are full. */
function numberSpot(pole: number, before: readonly Spot[], { flag, room }: { flag: SpecFlag; room: Room }): Spot {
  const width = flagWidth + textWidth(String(flag.number));
  const anchor = pole + width <= room.width ? 'start' : 'end';
  const [left, right] = anchor === 'start' ? [pole, pole + width] : [pole - width, pole + 9];
  const spots = rowsIn(room)
    .reverse()
    .map((row): Spot => ({ row, pole, left, right, anchor }));
  return spots.find((spot) => before.every(isClearOf(spot))) ?? { row: 0, pole, left, right, anchor };
}

/** Rather right of the pole than left, rather above than below. */
const wordSpots = (pole: number, width: number, room: Room): Spot[] =>
  rowsIn(room)
    .flatMap((row): Spot[] => [
      { row, pole, left: pole, right: pole + flagWidth + width, anchor: 'start' },
      { row, pole, left: pole - width - apart, right: pole + 9, anchor: 'end' },
    ])
    .filter(({ left, right }) => left >= 0 && right <= room.width);

const rowsIn = ({ rows }: Room): number[] => Array.from({ length: rows }, (_, row) => row);

/** Poles go all the way down: what lies in a row below them must not be crossed. */
const isClearOf =
  (one: Spot) =>
  (other: Spot): boolean => {
    if (one.row === other.row) return one.right + apart <= other.left || other.right + apart <= one.left;
    const [above, below] = one.row < other.row ? [one, other] : [other, one];
    return above.pole <= below.left - 2 || above.pole >= below.right || above.pole === below.pole;
  };

function flagWords({ title, from }: SpecFlag, narrow: boolean, today: Day): string {
  const longest = narrow ? 18 : 34;
  const short = title.length > longest ? `${title.slice(0, longest - 1).trimEnd()}…` : title;
  return narrow ? short : `${short}, ${shortDay(from, today)}`;
}
