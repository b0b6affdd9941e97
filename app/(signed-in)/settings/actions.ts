'use server';

import { revalidatePath } from 'next/cache';
import { saveOrganisation } from '@/lib/services/organisation/save-organisation';
import { act } from '../../_doors/answer/act';
import type { FormState } from '../../_ui/form-state';

export async function saveOrganisationForm(_: FormState, form: FormData): Promise<FormState> {
  const state = await act({ form, run: saveOrganisation });
  if (state.done) revalidatePath('/', 'layout');
  return state;
}
