import { fail, type Result } from '@/lib/domain/result';
import type { Refusal } from '@/lib/services/service';
import { type Trends, viewTrends } from '@/lib/services/trends/view-trends';
import { viewOpening } from '@/lib/services/views/view-opening';
import { type Params, type ParsedAddress, paramsOf, readAddress } from '@/lib/views/trends/address';
import { enter } from '../../../_doors/enter/enter';

type Answer = { readonly asked: ParsedAddress; readonly result: Result<Trends, Refusal> };

/** What an address asks, and what the service says to it. */
export async function askTrends(params: Params): Promise<Answer> {
  const ctx = await enter();
  const asked = readAddress(await meant(params));
  if (asked.faults.length > 0) return { asked, result: fail({ kind: 'invalid-input', errors: asked.faults }) };
  return { asked, result: await viewTrends(ctx, asked.query) };
}

/** An address that says nothing stands for the organisation's view, where one was chosen. */
async function meant(params: Params): Promise<Params> {
  if (Object.keys(params).some((name) => name !== '_rsc')) return params;
  const opening = await viewOpening(await enter(), {});
  return opening.ok && opening.value !== null ? paramsOf(opening.value) : params;
}
