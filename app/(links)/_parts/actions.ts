'use server';

import { redirect } from 'next/navigation';
import { acceptLink } from '@/lib/services/access/accept-link';
import { overviewPath, signInPath } from '@/lib/views/paths';
import { actFor } from '../../_doors/answer/act';
import { signInByPassword } from '../../_doors/enter/auth';
import type { FormState } from '../../_ui/form-state';

export async function choosePassword(_: FormState, form: FormData): Promise<FormState> {
  const { state, value } = await actFor({ form, secret: ['password', 'token'], as: 'nobody', run: acceptLink });
  if (value === null) return state;
  const signedIn = await signInByPassword(value.email, String(form.get('password')));
  return redirect(signedIn.ok ? overviewPath() : signInPath());
}
