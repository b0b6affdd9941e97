'use server';

import { redirect } from 'next/navigation';
import { act } from '../_doors/answer/act';
import { signInByPassword } from '../_doors/enter/auth';
import { safeRedirect } from '../_doors/enter/safe-redirect';
import type { FormState } from '../_ui/form-state';

export async function signInForm(_: FormState, form: FormData): Promise<FormState> {
  const state = await act({
    form,
    secret: ['password'],
    as: 'nobody',
    run: async (_ctx, { email = '', password = '' }) => {
      const errors = [
        ...(email.trim() === '' ? [{ path: 'email', message: 'Enter your e-mail address.' }] : []),
        ...(password === '' ? [{ path: 'password', message: 'Enter your password.' }] : []),
      ];
      if (errors.length > 0) return { ok: false, failure: { kind: 'invalid-input', errors } };
      return signInByPassword(email, password);
    },
    done: () => 'Signed in.',
  });
  return state.done === null ? state : redirect(safeRedirect(form.get('to')));
}
