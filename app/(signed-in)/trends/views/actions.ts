'use server';

import { chooseOpeningView } from '@/lib/services/views/choose-opening-view';
import { removeView } from '@/lib/services/views/remove-view';
import { renameView } from '@/lib/services/views/rename-view';
import { saveView } from '@/lib/services/views/save-view';
import { act } from '../../../_doors/answer/act';
import { afterChange, nothingChanged } from '../../../_doors/answer/after-change';
import type { FormState } from '../../../_ui/form-state';

export async function saveViewForm(_: FormState, form: FormData): Promise<FormState> {
  return afterChange(await act({ form, run: saveView, done: ({ name }) => `“${name}” is saved.` }));
}

export async function renameViewForm(_: FormState, form: FormData): Promise<FormState> {
  const done = ({ name, changed }: { name: string; changed: boolean }) => (changed ? `Now “${name}”.` : nothingChanged);
  return afterChange(await act({ form, run: renameView, done }));
}

export async function removeViewForm(_: FormState, form: FormData): Promise<FormState> {
  return afterChange(await act({ form, run: removeView }));
}

export async function openingViewForm(_: FormState, form: FormData): Promise<FormState> {
  return afterChange(await act({ form, run: chooseOpeningView }));
}
