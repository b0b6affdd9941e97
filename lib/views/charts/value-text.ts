import { countWords, percentWords } from '../words/numbers';
import type { ChartSpec } from './chart-spec';

/** 61.9% or 1,234; a dash when unknown. */
export const valueText = ({ unit }: Pick<ChartSpec, 'unit'>, value: number | null, decimals = 1): string =>
  unit === 'ratio' ? percentWords(value, decimals) : countWords(value);
