import type { Day } from '@/lib/domain/day';
import type { Gap } from '@/lib/domain/gap';
import type { Target, TargetState } from '@/lib/domain/target';
import type { Progress } from '@/lib/domain/target-progress';
import type { Point } from '@/lib/domain/trend';
import { type HeadlineChart, headlineChart } from '../charts/headline-chart';
import { amountWords, decimalsBeside, rangeWords } from '../words/forecasts';
import { wholeValue } from '../words/metrics';
import { fullDay, shortDay } from '../words/numbers';
import { targetStateWords } from '../words/target-rules';
import { targetWords } from '../words/targets';

/** The target of the overview's number: its words, and the chart with its line. */
export type HeadlineTarget = {
  /** Target 75% by 31 December 2026 */
  readonly label: string;
  readonly state: TargetState;
  readonly stateWords: string;
  /** forecast 65.2% (63.8–66.7%); empty when there is none */
  readonly forecast: string;
  readonly need: string;
  readonly charts: { readonly wide: HeadlineChart; readonly narrow: HeadlineChart } | null;
};

type Watched = { readonly target: Target; readonly progress: Progress; readonly points: readonly Point[] };

/** `points` are adoption's, as ratios; `charts` is null until two of them are known. */
export function targetInHeadline(
  { target, progress, points }: Watched,
  gaps: readonly Gap[],
  today: Day,
): HeadlineTarget {
  const { value, setOn, dueDay } = target;
  const course = progress.forecast?.course ?? null;
  const line = {
    ...{ value, setOn, dueDay, text: `Target ${wholeValue('adoption', value)} by ${shortDay(dueDay, today)}` },
    ...(course && progress.state !== 'reached' ? { forecast: course } : {}),
  };
  const enough = points.filter((point) => point.value !== null).length > 1;
  const wide = enough ? headlineChart(points, gaps, 'wide', line) : null;
  const narrow = enough ? headlineChart(points, gaps, 'narrow', line) : null;
  return {
    label: `Target ${wholeValue('adoption', value)} by ${fullDay(dueDay)}`,
    state: progress.state,
    stateWords: targetStateWords[progress.state],
    forecast: forecastOf(progress, value),
    need: targetWords(target, progress, today).need,
    charts: wide && narrow ? { wide, narrow } : null,
  };
}

function forecastOf({ state, forecast }: Progress, value: number): string {
  if (!forecast || forecast.low === null || forecast.middle === null || forecast.high === null) return '';
  if (state === 'reached') return '';
  const decimals = decimalsBeside('adoption', value);
  const range = rangeWords('adoption', { low: forecast.low, high: forecast.high }, decimals);
  return `forecast ${amountWords('adoption', forecast.middle, decimals)}${range ? ` (${range})` : ''}`;
}
