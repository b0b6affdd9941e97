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

/** Neighbours that one mark stands for: from the `first` to the `last` in the list, on the first one's pole. */
type Group = { readonly first: number; readonly last: number; readonly pole: number };

/** What a mark takes up: its row, its pole, and from where to where its words reach, on whichever side. */
type Spot = {
  readonly row: number;
  readonly pole: number;
  readonly left: number;
  readonly right: number;
  readonly anchor: Flag['anchor'];
};

/**
 * Words where they fit, each beside its own pole and upon nobody else's; otherwise the number, whose words stand in a list below; one
 * mark with the numbers of several where not even those fit.
 */
export function flagsOf(spec: Shown, room: Room): Flag[] {
  const poles = spec.flags.map(({ from }) => room.x(laterOf(from, spec.from)));
  const marks = wordedMarks(spec, mostMarks(spec, poles, room), room);
  const rows = [...new Set(marks.map(({ row }) => row))].sort();
  return spec.flags.map(({ id, from, to }, at): Flag => {
    const mark = marks.find(({ first }) => first === at);
    const until = to === from ? null : room.x(earlierOf(to, spec.to));
    const { text = '', anchor = 'start' as const } = mark ?? {};
    return { id, x: poles[at] ?? 0, y: mark ? 4 + rows.indexOf(mark.row) * flagRow : null, text, anchor, until };
  });
}

export const rowsOf = (flags: readonly Flag[]): number =>
  flags.reduce((rows, { y }) => (y === null ? rows : Math.max(rows, (y - 4) / flagRow + 1)), 0);

type Mark = Group & Spot & { readonly text: string };

/** Rather out of the way of words, in the last rows; down like stairs, each pole left of the next, where more of them fit so. */
function mostMarks({ flags }: Shown, poles: readonly number[], room: Room): Mark[] {
  const low = marksOf(flags, poles, { room, rows: rowsIn(room).reverse() });
  if (low.length === flags.length) return low;
  const stairs = marksOf(flags, poles, { room, rows: rowsIn(room) });
  return stairs.length > low.length ? stairs : low;
}

type Rows = { readonly room: Room; readonly rows: readonly number[] };

/** Every flag has its number, in the first of the `rows` that has room for it; where none has, it shares the mark before it. */
function marksOf(flags: readonly SpecFlag[], poles: readonly number[], { room, rows }: Rows): Mark[] {
  const marks: Mark[] = [];
  for (const [at, pole] of poles.entries()) {
    let group: Group = { first: at, last: at, pole };
    let spot = freeSpot(markSpots(group, flags, { room, rows }), marks);
    while (!spot) {
      const { first, pole: its } = marks.pop() ?? group;
      group = { first, last: at, pole: its };
      spot = freeSpot(markSpots(group, flags, { room, rows }), marks);
    }
    marks.push(spot);
  }
  return marks;
}

/** The only mark stands anywhere. */
const freeSpot = (spots: readonly Mark[], marks: readonly Mark[]): Mark | undefined =>
  marks.length === 0 ? spots[0] : spots.find((spot) => marks.every(isClearOf(spot)));

function markSpots(group: Group, flags: readonly SpecFlag[], { room, rows }: Rows): Mark[] {
  const { pole } = group;
  const text = numbersOf(flags.slice(group.first, group.last + 1));
  const width = flagWidth + textWidth(text);
  const anchor = pole + width <= room.width ? 'start' : 'end';
  const [left, right] = anchor === 'start' ? [pole, pole + width] : [pole - width, pole + 9];
  return rows.map((row) => ({ ...group, text, row, left, right, anchor }));
}

/** 3; 3, 4; 3–6 */
function numbersOf(flags: readonly SpecFlag[]): string {
  const [first = '', last = ''] = [flags[0], flags.at(-1)].map((flag) => String(flag?.number));
  return flags.length === 1 ? first : `${first}${flags.length === 2 ? ', ' : '–'}${last}`;
}

/** The same with words for the numbers of those that stand alone and have the room. */
function wordedMarks({ flags, today }: Shown, numbered: readonly Mark[], room: Room): Mark[] {
  const marks = [...numbered];
  for (const [at, mark] of numbered.entries()) {
    const flag = flags[mark.first];
    if (!flag || mark.first !== mark.last) continue;
    const text = flagWords(flag, room.narrow, today);
    const others = marks.filter((_, index) => index !== at);
    const spot = wordSpots(mark.pole, textWidth(text), room).find((one) => others.every(isClearOf(one)));
    if (spot) marks[at] = { ...mark, ...spot, text };
  }
  return marks;
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
