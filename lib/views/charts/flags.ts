import { shortDay } from '../words';

/** A flag above the plot with a dotted stem. `number` stands for words that are listed below the chart. */
export type DrawnFlag = {
  readonly x: number;
  readonly top: number;
  readonly text: string | null;
  readonly number: number;
};

type Flag = { readonly x: number; readonly from: string; readonly title: string };

const mostWords = 4;
const longestTitle = 34;
const letterWidth = 5.6;
const rowHeight = 13;

/**
 * Words to the right of the flag, in a second row where two collide; numbers when there are too many or no row is free. `right` is
 * where words must end.
 */
export function drawFlags(flags: readonly Flag[], { top, right }: { top: number; right: number }): DrawnFlag[] {
  const ends = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  return flags.map(({ x, from, title }, index) => {
    const number = index + 1;
    const text = `${shortened(title)}, ${shortDay(from)}`;
    const free = ends.findIndex((end) => end + 8 < x);
    const row = free === -1 ? ends.length - 1 : free;
    const fits = flags.length <= mostWords && free !== -1 && widthOf(text) + x <= right;
    ends[row] = x + widthOf(fits ? text : String(number));
    return { x, top: top - 28 + row * rowHeight, text: fits ? text : null, number };
  });
}

const widthOf = (text: string): number => 14 + text.length * letterWidth;

function shortened(title: string): string {
  const characters = [...title];
  return characters.length <= longestTitle
    ? title
    : `${characters
        .slice(0, longestTitle - 1)
        .join('')
        .trimEnd()}…`;
}
