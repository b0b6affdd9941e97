import { valueFault } from '@/lib/api/target';
import { type Day, daysBetween } from '@/lib/domain/day';
import type { Target } from '@/lib/domain/target';
import { valueWords } from '@/lib/views/words/metrics';
import { invalid } from '../../parts/invalid-input';

const furthestDays = 3650;

type World = { readonly today: Day; readonly met: boolean; readonly startValue: number | null };

/** Why this is no target to set; null when it is one. */
export function validateTarget(target: Target, { today, met, startValue }: World) {
  const wrong = valueFault(target);
  if (wrong) return invalid('value', wrong);
  if (target.dueDay <= today) return invalid('by', 'must be after today');
  if (daysBetween(today, target.dueDay) > furthestDays) return invalid('by', 'at most ten years ahead');
  const side = target.direction === 'up' ? 'more' : 'less';
  if (met) return invalid('value', `Reached already: choose ${side} than ${valueWords(target.metric, startValue)}`);
  return null;
}
