'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { addAnnotation } from '@/lib/services/annotations/add-annotation';
import { changeAnnotation } from '@/lib/services/annotations/change-annotation';
import { removeAnnotation } from '@/lib/services/annotations/remove-annotation';
import type { Context } from '@/lib/services/context';
import { annotationsPath } from '@/lib/views/paths';
import { act } from '../../_doors/answer/act';
import { afterChange, nothingChanged } from '../../_doors/answer/after-change';
import type { FormState } from '../../_ui/form-state';

type Typed = Record<string, string>;

export async function addAnnotationForm(_: FormState, form: FormData): Promise<FormState> {
  const run = (ctx: Context, { to = '', ...typed }: Typed) => addAnnotation(ctx, { ...typed, ...(to && { to }) });
  return afterChange(await act({ form, run, done: ({ title }) => `“${title}” is added.` }));
}

/** A last day that is left empty makes it a single day. */
export async function changeAnnotationForm(_: FormState, form: FormData): Promise<FormState> {
  const run = (ctx: Context, { to, ...typed }: Typed) => changeAnnotation(ctx, { ...typed, to: to || typed.from });
  return afterChange(await act({ form, run, done: ({ changed }) => (changed ? 'Saved.' : nothingChanged) }));
}

export async function removeAnnotationForm(_: FormState, form: FormData): Promise<FormState> {
  const state = await act({ form, run: removeAnnotation });
  if (!state.done) return state;
  revalidatePath('/', 'layout');
  return redirect(annotationsPath());
}
