'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { isMetricId } from '@/lib/domain/metrics/adoption';
import { fail, type Result } from '@/lib/domain/result';
import type { Context } from '@/lib/services/context';
import { changeTarget } from '@/lib/services/targets/change-target';
import type { JudgedTarget } from '@/lib/services/targets/list-targets';
import { removeTarget } from '@/lib/services/targets/remove-target';
import { setTarget } from '@/lib/services/targets/set-target';
import { targetsPath } from '@/lib/views/paths';
import { isRate } from '@/lib/views/words/metrics';
import { targetName } from '@/lib/views/words/targets';
import { typedValue } from '@/lib/views/words/typed-value';
import { act } from '../../_doors/answer/act';
import { afterChange, nothingChanged } from '../../_doors/answer/after-change';
import type { KnownFailure } from '../../_doors/answer/problems';
import type { FormState } from '../../_ui/form-state';

type Typed = Record<string, string>;

export async function setTargetForm(_: FormState, form: FormData): Promise<FormState> {
  const run = (ctx: Context, { metric = '', value = '', by }: Typed) =>
    withValue(metric, value, (amount) => setTarget(ctx, { metric, value: amount, by }));
  return afterChange(await act({ form, run, done: ({ target }) => `${targetName(target)} is set.` }));
}

export async function changeTargetForm(_: FormState, form: FormData): Promise<FormState> {
  const run = (ctx: Context, { id, metric = '', value = '', by }: Typed) =>
    withValue(metric, value, (amount) => changeTarget(ctx, { id, value: amount, by }));
  return afterChange(
    await act({ form, run, done: ({ changed, target }) => (changed ? `Now ${targetName(target)}.` : nothingChanged) }),
  );
}

export async function removeTargetForm(_: FormState, form: FormData): Promise<FormState> {
  const state = await act({ form, run: removeTarget });
  if (!state.done) return state;
  revalidatePath('/', 'layout');
  return redirect(targetsPath());
}

type Answer<T = never> = Result<T, KnownFailure>;

/** A rate is typed in percent and kept as a ratio. */
async function withValue<T extends JudgedTarget>(
  metric: string,
  text: string,
  run: (value: number) => Promise<Answer<T>>,
): Promise<Answer<T>> {
  if (!isMetricId(metric)) return wrong('metric', 'Choose a metric');
  const value = typedValue(metric, text);
  if (value === null) return wrong('value', isRate(metric) ? 'Enter a percentage, like 75' : 'Enter a whole number');
  if (isRate(metric) && (value <= 0 || value > 1)) return wrong('value', 'Enter more than 0 and at most 100 percent');
  return run(value);
}

const wrong = (path: string, message: string): Answer => fail({ kind: 'invalid-input', errors: [{ path, message }] });
