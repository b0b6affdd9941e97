import { type Asked, type Fared, horizons } from './questions';
import { shapes } from './shapes';

/** One line of the table: how both methods fared on some of the questions. Shares are from 0 to 1. */
export type Line = {
  readonly of: string;
  readonly questions: number;
  readonly inside: number;
  readonly insideDrift: number;
  /** Ours through the drift method's, on the questions that both answered. */
  readonly error: number;
  readonly intervalScore: number;
  readonly refused: number;
  readonly refusedDrift: number;
};

export function linesOf(asked: readonly Asked[]): Line[] {
  return [
    lineOf('all', asked),
    ...horizons.map((weeks) =>
      lineOf(
        `${weeks} weeks`,
        asked.filter((one) => one.weeks === weeks),
      ),
    ),
    ...shapes.map(({ name }) =>
      lineOf(
        name,
        asked.filter((one) => one.shape === name),
      ),
    ),
  ];
}

function lineOf(of: string, asked: readonly Asked[]): Line {
  const ours = asked.flatMap((one) => one.ours ?? []);
  const drift = asked.flatMap((one) => one.drift ?? []);
  const both = asked.flatMap((one) => (one.ours && one.drift ? [{ ours: one.ours, drift: one.drift }] : []));
  const through = (pick: (fared: Fared) => number) =>
    mean(both.map((pair) => pick(pair.ours))) / mean(both.map((pair) => pick(pair.drift)));
  return {
    of,
    questions: asked.length,
    inside: thousandths(mean(ours.map(({ inside }) => Number(inside)))),
    insideDrift: thousandths(mean(drift.map(({ inside }) => Number(inside)))),
    error: thousandths(through(({ error }) => error)),
    intervalScore: thousandths(through(({ intervalScore }) => intervalScore)),
    refused: thousandths(1 - ours.length / asked.length),
    refusedDrift: thousandths(1 - drift.length / asked.length),
  };
}

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length);

const thousandths = (share: number): number => Math.round(share * 1000) / 1000;
