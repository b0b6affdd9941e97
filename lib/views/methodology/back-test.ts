/** What the forecast held on simulated roll-outs, as the bench wrote it. Shares are from 0 to 1. */
export type BackTest = {
  readonly organisations: number;
  readonly shapes: number;
  readonly lines: readonly {
    readonly of: string;
    readonly questions: number;
    readonly inside: number;
    readonly insideDrift: number;
    readonly error: number;
    readonly intervalScore: number;
    readonly refused: number;
    readonly refusedDrift: number;
  }[];
};

export const backTestHeads = ['Of', 'Questions', 'In the range', 'Error', 'Interval score', 'Refused'] as const;

/** A row of cells for each line: what the methodology page shows. */
export const backTestRows = ({ lines }: BackTest): { readonly name: string; readonly cells: readonly string[] }[] =>
  lines.map(({ of, questions, inside, error, intervalScore, refused }) => ({
    name: of,
    cells: [
      questions.toLocaleString('en-GB'),
      percent(inside),
      `${error.toFixed(2)}×`,
      `${intervalScore.toFixed(2)}×`,
      percent(refused),
    ],
  }));

/** What stands above the table. */
export const backTestWords = ({ organisations, shapes }: BackTest): string =>
  `Measured on ${organisations} simulated roll-outs in ${shapes} shapes only, three years of whole people each: no real history exists yet. Error and interval score are against the drift method that this program used before, on the questions that both answered. With every snapshot of yours the forecasts are kept, from the first day on, so that this table can one day be of real ones.`;

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;
