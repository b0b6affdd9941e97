import type { Day } from './day';
import { type MetricId, metrics } from './metrics/adoption';

export type Direction = 'up' | 'down';

/** `value` is a count, or a ratio from 0 to 1. `direction` is the side from which it is approached. Days are YYYY-MM-DD, `dueDay` included. */
export type Target = {
  readonly id: string;
  readonly metric: MetricId;
  readonly value: number;
  readonly direction: Direction;
  readonly dueDay: Day;
  readonly setOn: Day;
  /** Where the metric stood when the target was set; null when unknown. */
  readonly startValue: number | null;
  readonly setByName: string;
};

/** One step of a target's history. */
export type TargetChange = {
  readonly number: number;
  readonly action: 'set' | 'changed' | 'removed';
  readonly value: number;
  readonly dueDay: Day;
  readonly at: Date;
  readonly byName: string;
};

/** The first six from best to worst; the last two stand beside the order. */
export const targetStates = [
  'reached',
  'almost-certain',
  'on-track',
  'behind',
  'out-of-reach',
  'missed',
  'too-early',
  'unknown',
] as const;
export type TargetState = (typeof targetStates)[number];

/** The side a target is approached from: the metric's good side, or where there is none, the side it lies on. */
export function directionOf(metric: MetricId, value: number, now: number | null): Direction {
  const { good } = metrics[metric];
  if (good !== 'none') return good;
  return now !== null && value < now ? 'down' : 'up';
}

/** Whether `amount`, in the unit of the target's value, is at it or beyond it on its side: exactly, without rounding. */
export const meets = ({ direction, value }: Pick<Target, 'direction' | 'value'>, amount: number): boolean =>
  direction === 'up' ? amount >= value : amount <= value;
