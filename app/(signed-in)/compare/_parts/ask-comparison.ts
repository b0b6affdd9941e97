import { addDays, isDay } from '@/lib/domain/day';
import type { Result } from '@/lib/domain/result';
import type { Refusal } from '@/lib/services/service';
import { type Comparison, compareDays, compareNewest } from '@/lib/services/trends/compare-days';
import { enter } from '../../../_doors/enter/enter';

export type Params = Readonly<Record<string, string | string[] | undefined>>;

export type ComparisonQuestion = {
  /** As the address has them: they need not be days. */
  readonly days: { readonly from: string; readonly to: string };
  /** The address names a day. */
  readonly chosen: boolean;
  readonly result: Result<Comparison, Refusal>;
};

/** Two days side by side as the address wants them, else the newest snapshot and a week before it. */
export async function askComparison(params: Params): Promise<ComparisonQuestion> {
  const ctx = await enter();
  const named = Object.entries(params).filter(([name, value]) => name !== '_rsc' && value !== '');
  const { from, to, ...rest } = Object.fromEntries(named);
  const chosen = named.length > 0;
  const last = to ?? ctx.today();
  const first = from ?? (typeof last === 'string' && isDay(last) ? addDays(last, -7) : last);
  return {
    days: { from: String(first), to: String(last) },
    chosen,
    result: await (chosen ? compareDays(ctx, { ...rest, from: first, to: last }) : compareNewest(ctx, {})),
  };
}
