import type { Point } from './line';

export type Anchor = 'start' | 'middle' | 'end';
export type PlotArea = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

/** A series has the colour of its place; there are four. */
export type Tone = 1 | 2 | 3 | 4;
const tones = [1, 2, 3, 4] as const;
export const toneOf = (index: number): Tone => tones[index] ?? 4;

/** `tone` is a series (1 to 4), or one of the two greys. `y` is the first line's baseline. */
export type ChartLabel = {
  readonly x: number;
  readonly y: number;
  readonly anchor: Anchor;
  readonly lines: readonly string[];
  readonly tone: Tone | 'strong' | 'muted';
};

export type Strip = { readonly x: number; readonly width: number };

export type ChartLine = {
  readonly tone: Tone;
  readonly points: readonly (Point | null)[];
  readonly previous: readonly (Point | null)[];
  /** The newest known point, in pixels. */
  readonly end: { readonly x: number; readonly y: number } | null;
};

export type Flag = {
  readonly id: string;
  readonly x: number;
  /** Null when the mark of a neighbour says its number, too: then it has a pole alone. */
  readonly y: number | null;
  readonly text: string;
  /** `end` when the words stand left of the flag. */
  readonly anchor: 'start' | 'end';
  /** Where a span of days ends; null for a single day. */
  readonly until: number | null;
};

/** A trend laid out in pixels for one width: whoever draws it adds nothing but colours. */
export type ChartLayout = {
  readonly width: number;
  readonly height: number;
  readonly plot: PlotArea;
  /** The values at the plot's bottom and top. */
  readonly range: { readonly low: number; readonly high: number };
  readonly yTicks: readonly { readonly y: number; readonly text: string }[];
  readonly xTicks: readonly { readonly x: number; readonly anchor: Anchor; readonly text: string }[];
  /** Says that the axis does not begin at 0; null when it does. */
  readonly axisNote: string | null;
  readonly weekends: readonly Strip[];
  readonly gaps: readonly Strip[];
  /** Where one can point: at each slot, holes as well, then at the days ahead that a forecast is drawn for. */
  readonly places: readonly number[];
  readonly lines: readonly ChartLine[];
  readonly bands: readonly { readonly tone: Tone; readonly band: string; readonly middle: string }[];
  readonly targets: readonly {
    readonly from: number;
    readonly to: number;
    readonly y: number;
    readonly ring: boolean;
  }[];
  readonly flags: readonly Flag[];
  /** Where today stands, when days to come are in view. */
  readonly now: number | null;
  readonly labels: readonly ChartLabel[];
};
