import { metrics } from '@/lib/domain/metrics/adoption';
import type { Target } from '@/lib/domain/target';
import type { Progress } from '@/lib/domain/target-progress';
import { amountWords, decimalsBeside, rangeWords } from '../words/forecasts';
import { isRate, wholeValue } from '../words/metrics';

type Anchor = 'start' | 'middle' | 'end';
type Mark = { readonly at: number; readonly text: string; readonly anchor: Anchor };

/** Where a target stands on its scale; places are percent of the width, so that it fits any. */
export type TargetTrack = {
  readonly title: string;
  readonly zero: string;
  readonly now: Mark | null;
  readonly aim: Mark;
  readonly forecast: {
    readonly from: number;
    readonly to: number;
    readonly middle: number;
    readonly text: Mark;
  } | null;
};

/** A rate's scale ends at 100%; a count's a little beyond the largest number that is drawn. */
export function targetTrack({ metric, value }: Target, { now, forecast }: Progress): TargetTrack {
  const due = rangeIn(forecast);
  const drawn = [value, now?.value ?? 0, due?.high ?? 0];
  const end = isRate(metric) ? Math.max(1, ...drawn) : Math.max(1, ...drawn) * 1.15;
  const at = (amount: number) => Math.round(Math.min(1, Math.max(0, amount / end)) * 1000) / 10;
  const decimals = decimalsBeside(metric, value);
  const words = (amount: number) => amountWords(metric, amount, decimals);
  const aim = at(value);
  const before = now === null || now.value <= value;
  return {
    title: titleOf({ now: now && words(now.value), aim: wholeValue(metric, value), due: due && each(due, words) }),
    zero: metrics[metric].base === null ? '0' : '0%',
    now: now && { at: at(now.value), text: words(now.value), anchor: before && at(now.value) > 10 ? 'end' : 'start' },
    aim: { at: aim, text: wholeValue(metric, value), anchor: aim > 92 ? 'end' : 'start' },
    forecast: due && {
      from: at(due.low),
      to: at(due.high),
      middle: at(due.middle),
      text: labelAt(at(due.middle), `forecast ${rangeWords(metric, due, decimals) ?? words(due.middle)}`),
    },
  };
}

/** Only what has a range is drawn. */
function rangeIn(forecast: Progress['forecast']): Reach | null {
  if (!forecast || forecast.low === null || forecast.middle === null || forecast.high === null) return null;
  return { low: forecast.low, middle: forecast.middle, high: forecast.high };
}

type Reach = { low: number; middle: number; high: number };
const each = ({ low, middle, high }: Reach, words: (amount: number) => string) => ({
  low: words(low),
  middle: words(middle),
  high: words(high),
});

type TitleParts = { now: string | null; aim: string; due: { low: string; middle: string; high: string } | null };

const titleOf = ({ now, aim, due }: TitleParts): string =>
  `Now ${now ?? 'unknown'}, target ${aim}, ${due ? `forecast ${due.middle} (${due.low} to ${due.high})` : 'no forecast'}`;

const labelAt = (at: number, text: string): Mark => ({
  at,
  text,
  anchor: at < 18 ? 'start' : at > 84 ? 'end' : 'middle',
});
