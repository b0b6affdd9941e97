import { addDays, type Day, startOf } from '@/lib/domain/day';
import type { Context } from '../../context';

type Filter = {
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
  readonly actor?: string | undefined;
  readonly action?: string | undefined;
};

/** Days of the organisation as the instants they begin and end at. */
export const auditSpan = ({ organisation: { timeZone } }: Context, { from, to, actor, action }: Filter) => ({
  ...{ actor, action },
  from: from && startOf(from, timeZone),
  until: to && startOf(addDays(to, 1), timeZone),
});
