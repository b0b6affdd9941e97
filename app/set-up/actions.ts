'use server';

import { redirect } from 'next/navigation';
import { setUp } from '@/lib/services/access/set-up';
import { overviewPath, signInPath } from '@/lib/views/paths';
import { actFor } from '../_doors/answer/act';
import { signInByPassword } from '../_doors/enter/auth';
import type { FormState } from '../_ui/form-state';

export async function setUpForm(_: FormState, form: FormData): Promise<FormState> {
  const { state, value } = await actFor({ form, secret: ['password', 'token'], as: 'nobody', run: setUp });
  if (value === null) return state;
  const signedIn = await signInByPassword(value.email, String(form.get('password')));
  return redirect(signedIn.ok ? overviewPath() : signInPath());
}
