import { figure, markdown, yesOrNo } from '../table';

export type Comparison = {
  readonly measure: string;
  readonly unit: string;
  readonly mine: number;
  readonly theirs: number;
  readonly ratio: number;
  readonly aim: string;
  readonly met: boolean;
};

/** A measure with the figures of this commit and of the other, and whether their ratio is what it should be. */
export function compare({
  measure,
  unit,
  figures: [mine = Number.NaN, theirs = Number.NaN],
  aim,
}: Measured): Comparison {
  const ratio = mine / theirs;
  const met = 'atMost' in aim ? ratio <= aim.atMost : ratio >= aim.atLeast;
  const words = 'atMost' in aim ? `<= ${aim.atMost}x` : `>= ${aim.atLeast}x`;
  return { measure, unit, mine, theirs, ratio, aim: words, met };
}

type Measured = {
  readonly measure: string;
  readonly unit: string;
  readonly figures: readonly number[];
  readonly aim: { readonly atMost: number } | { readonly atLeast: number };
};

export const comparisonTable = (rows: readonly Comparison[], [mine, theirs]: readonly [string, string]): string =>
  markdown([
    ['measure', mine, theirs, 'ratio', 'aim', 'met'],
    ...rows.map((row) => [
      row.measure,
      figure(row.mine, row.unit),
      figure(row.theirs, row.unit),
      figure(row.ratio, 'x'),
      row.aim,
      yesOrNo(row.met),
    ]),
  ]);
