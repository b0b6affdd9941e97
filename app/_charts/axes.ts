import { type Markup, markup } from '@/lib/views/markup';

type Axes = {
  readonly plot: { readonly left: number; readonly right: number; readonly bottom: number };
  /** The lowest first: it is the line that days stand on. */
  readonly yTicks: readonly { readonly y: number; readonly text: string }[];
  readonly xTicks: readonly { readonly x: number; readonly anchor: string; readonly text: string }[];
};

/** Levels and days of a chart. Lines of one kind are one path. */
export function axesMarkup({ plot, yTicks, xTicks }: Axes): Markup {
  const [axis = '', ...grid] = yTicks.map(({ y }) => `M${plot.left} ${y}H${plot.right}`);
  const marks = xTicks.map(({ x }) => `M${x} ${plot.bottom}v4`);
  const levels = yTicks.map(
    ({ y, text }) => markup`<text x="${plot.left - 8}" y="${y + 4}" text-anchor="end">${text}</text>`,
  );
  const days = xTicks.map(
    ({ x, anchor, text }) => markup`<text x="${x}" y="${plot.bottom + 16}" text-anchor="${anchor}">${text}</text>`,
  );
  return markup`<path class="grid" d="${grid}"/><path class="axis" d="${axis}${marks}"/>${levels}${days}`;
}
