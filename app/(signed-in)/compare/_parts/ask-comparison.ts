import { headers } from 'next/headers';
import { cache } from 'react';
import { addDays, dayIn } from '@/lib/domain/day';
import type { Period } from '@/lib/domain/period';
import type { Result } from '@/lib/domain/result';
import { type Comparison, compareDays } from '@/lib/services/compare-days';
import type { Refusal } from '@/lib/services/service';
import { enter } from '../../../_doors/enter';

type Params = Readonly<Record<string, string | string[] | undefined>>;

type Answer = {
  readonly days: Period;
  /** The address names a day. */
  readonly chosen: boolean;
  readonly result: Result<Comparison, Refusal>;
};

/** Two days side by side as the address wants them, else today and a week ago; once a request. */
export const askComparison = (params: Params): Promise<Answer> => askOnce(JSON.stringify(params));

/** The same for a part that is not told the address's parameters. */
export async function askComparisonOfAddress(): Promise<Answer & { params: Params }> {
  const path = (await headers()).get('x-asked-path') ?? '/compare';
  const params = Object.fromEntries(new URL(path, 'http://localhost').searchParams);
  return { params, ...(await askComparison(params)) };
}

const askOnce = cache(async (key: string): Promise<Answer> => {
  const ctx = await enter();
  const given: Record<string, unknown> = JSON.parse(key);
  const named = Object.entries(given).filter(([name, value]) => name !== '_rsc' && value !== '');
  const { from, to, ...rest } = Object.fromEntries(named);
  const last = to ?? dayIn(ctx.organisation.timeZone, ctx.clock.now());
  const first = from ?? (typeof last === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(last) ? addDays(last, -7) : last);
  return {
    days: { from: String(first), to: String(last) },
    chosen: named.length > 0,
    result: await compareDays(ctx, { ...rest, from: first, to: last }),
  };
});
