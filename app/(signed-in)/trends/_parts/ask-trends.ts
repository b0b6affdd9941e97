import { headers } from 'next/headers';
import { cache } from 'react';
import { fail, type Result } from '@/lib/domain/result';
import type { Refusal } from '@/lib/services/service';
import { type Trends, viewTrends } from '@/lib/services/view-trends';
import { type Asked, type Params, readAddress } from '@/lib/views/trends/address';
import { enter } from '../../../_doors/enter';

type Answer = { readonly asked: Asked; readonly result: Result<Trends, Refusal> };

/** What an address asks and what the service says to it; once a request, however many parts of the page want to know. */
export const askTrends = (params: Params): Promise<Answer> => askOnce(JSON.stringify(params));

/** The same for a part that is not told the address's parameters. */
export async function askTrendsOfAddress(): Promise<Answer & { params: Params }> {
  const path = (await headers()).get('x-asked-path') ?? '/trends';
  const { searchParams } = new URL(path, 'http://localhost');
  const params = Object.fromEntries(
    [...new Set(searchParams.keys())].map((name) => {
      const all = searchParams.getAll(name);
      return [name, all.length > 1 ? all : (all[0] ?? '')];
    }),
  );
  return { params, ...(await askTrends(params)) };
}

const askOnce = cache(async (key: string): Promise<Answer> => {
  const ctx = await enter();
  const params: Params = JSON.parse(key);
  const asked = readAddress(params);
  if (asked.faults.length > 0) return { asked, result: fail({ kind: 'invalid-input', errors: asked.faults }) };
  return { asked, result: await viewTrends(ctx, asked.query) };
});
