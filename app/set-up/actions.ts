'use server';

import { redirect } from 'next/navigation';
import { setUp } from '@/lib/services/access/set-up';
import { viewZoneTime } from '@/lib/services/organisation/view-zone-time';
import { linkPath, overviewPath, signInPath } from '@/lib/views/paths';
import { actFor } from '../_doors/answer/act';
import { signInByPassword } from '../_doors/enter/auth';
import { enterAsNobody } from '../_doors/enter/enter';
import type { FormState } from '../_ui/form-state';

export async function setUpForm(_: FormState, form: FormData): Promise<FormState> {
  const { state, value } = await actFor({
    form,
    secret: ['password', 'token'],
    as: 'nobody',
    run: async (ctx, input) => {
      const done = await setUp(ctx, input);
      // Its page says what a dead link means and how a new one is made.
      const died = !done.ok && (done.failure.kind === 'link-expired' || done.failure.kind === 'set-up-closed');
      return died ? redirect(linkPath('set-up', input.token ?? '')) : done;
    },
  });
  if (value === null) return state;
  const signedIn = await signInByPassword({ email: value.email, password: String(form.get('password')) });
  return redirect(signedIn.ok ? overviewPath() : signInPath());
}

/** For a form that shows the time of the zone chosen in it: see `ZoneTime`. */
export async function askZoneTime(zone: string): Promise<number | null> {
  const seen = await viewZoneTime(await enterAsNobody(), { timeZone: zone });
  return seen.ok ? seen.value.wallMs : null;
}
