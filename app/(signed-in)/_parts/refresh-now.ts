'use server';

import { revalidatePath } from 'next/cache';
import { after } from 'next/server';
import { beginRefresh } from '@/lib/services/capture/refresh-snapshot';
import { actFor } from '../../_doors/answer/act';

/** The run that was begun or joined, or why there is none. */
export type RefreshState = { readonly runId: string | null; readonly refusal: string | null };

export async function refreshNow(_: RefreshState, form: FormData): Promise<RefreshState> {
  const { state, value } = await actFor({ form, run: (ctx) => beginRefresh(ctx, {}), done: () => null });
  if (!value) return { runId: null, refusal: state.problems[0]?.message ?? 'Not refreshed' };
  // The reader follows the run; the process must not end before it.
  after(() => value.done);
  revalidatePath('/', 'layout');
  return { runId: value.runId, refusal: null };
}
