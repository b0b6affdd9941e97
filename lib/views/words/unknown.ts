import type { ComparedMetric, Measured } from '@/lib/domain/comparison';

const ofNothing = 'no share of 0';

/**
 * Why a metric has no value in a snapshot: a number that is missing, or a share out of nothing.
 * @example whyNoValue({ value: null, part: 0, base: 0 }) // 'no share of 0'
 * @example whyNoValue({ value: null, part: null, base: 420 }) // 'unknown in this snapshot'
 */
export const whyNoValue = ({ base }: Measured): string => (base === 0 ? ofNothing : 'unknown in this snapshot');

/** Why there is no change although both days have a snapshot; `then` tells the earlier one: on Mon 16 Nov. */
export function whyNoChange({ before, after }: Pick<ComparedMetric, 'before' | 'after'>, then: string): string {
  if (after.value === null) return whyNoValue(after);
  return before.base === 0 ? `${ofNothing} ${then}` : `unknown ${then}`;
}
