'use server';

import { redirect } from 'next/navigation';
import { acceptLink } from '@/lib/services/access/accept-link';
import { linkPath, overviewPath, signInPath } from '@/lib/views/paths';
import { actFor } from '../../_doors/answer/act';
import { signInByPassword } from '../../_doors/enter/auth';
import type { FormState } from '../../_ui/form-state';

export async function choosePassword(_: FormState, form: FormData): Promise<FormState> {
  const { state, value } = await actFor({
    form,
    secret: ['password', 'token'],
    as: 'nobody',
    run: async (ctx, input) => {
      const done = await acceptLink(ctx, input);
      const kind = input.kind === 'invitation' ? 'invitation' : 'password-reset';
      // Its page says what a dead link means and who makes a new one.
      return !done.ok && done.failure.kind === 'link-expired' ? redirect(linkPath(kind, input.token ?? '')) : done;
    },
  });
  if (value === null) return state;
  const signedIn = await signInByPassword({ email: value.email, password: String(form.get('password')) });
  return redirect(signedIn.ok ? overviewPath() : signInPath());
}
