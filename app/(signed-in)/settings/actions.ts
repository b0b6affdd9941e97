'use server';

import { revalidatePath } from 'next/cache';
import { saveOrganisation } from '@/lib/services/organisation/save-organisation';
import { endedDayWords } from '@/lib/views/words/ended-day';
import { act } from '../../_doors/answer/act';
import type { FormState } from '../../_ui/form-state';

export async function saveOrganisationForm(_: FormState, form: FormData): Promise<FormState> {
  const state = await act({ form, run: saveOrganisation, done: ({ ended }) => `Saved.${endedDayWords(ended)}` });
  if (state.done) revalidatePath('/', 'layout');
  return state;
}
