'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { ok, type Result } from '@/lib/domain/result';
import { endSessions } from '@/lib/services/access/end-sessions';
import { resetPassword } from '@/lib/services/access/reset-password';
import type { Context } from '@/lib/services/context';
import { resetFactors } from '@/lib/services/factors/reset-factors';
import { changeRole } from '@/lib/services/people/change-role';
import { correctPerson } from '@/lib/services/people/correct-person';
import { disablePerson } from '@/lib/services/people/disable-person';
import { enablePerson } from '@/lib/services/people/enable-person';
import type { OneTimeLink } from '@/lib/services/people/invite-person';
import { invitePerson } from '@/lib/services/people/invite-person';
import { removePerson } from '@/lib/services/people/remove-person';
import { revokeTokens } from '@/lib/services/tokens/revoke-tokens';
import { peoplePath } from '@/lib/views/paths';
import { plural, timeWords } from '@/lib/views/words/numbers';
import { roleWords } from '@/lib/views/words/roles';
import { act, actFor } from '../../../_doors/answer/act';
import type { FormState } from '../../../_ui/form-state';

/** A link is in the answer to the press that made it, and nowhere else; `until` is when it ends, in words. */
export type LinkState = FormState & { readonly link: { readonly url: string; readonly until: string } | null };

const shownAgain = (state: FormState): FormState => {
  if (state.done) revalidatePath(peoplePath(), 'layout');
  return state;
};

export async function inviteForm(_: LinkState, form: FormData): Promise<LinkState> {
  const { state, value } = await actFor({
    form,
    run: async (ctx, input) => withEnd(ctx, await invitePerson(ctx, input)),
    done: ({ person }) => `${person.name} is invited.`,
  });
  return { ...shownAgain(state), link: value?.link ?? null };
}

export async function resetPasswordForm(_: LinkState, form: FormData): Promise<LinkState> {
  const { state, value } = await actFor({
    form,
    run: async (ctx, input) => withEnd(ctx, await resetPassword(ctx, input)),
    done: ({ person }) =>
      person.status === 'invited' ? `A new invitation for ${person.name}.` : `A link for ${person.name}.`,
  });
  return { ...shownAgain(state), link: value?.link ?? null };
}

function withEnd<T extends { readonly link: OneTimeLink }, F extends { readonly kind: string }>(
  { clock, organisation }: Context,
  made: Result<T, F>,
) {
  if (!made.ok) return made;
  const here = { now: clock.now(), timeZone: organisation.timeZone };
  const { url, expiresAt } = made.value.link;
  return ok({ ...made.value, link: { url, until: timeWords(expiresAt, here) } });
}

export async function changeRoleForm(_: FormState, form: FormData): Promise<FormState> {
  const done = ({ person }: { person: { role: keyof typeof roleWords } }) => `Now ${roleWords[person.role].name}.`;
  return shownAgain(await act({ form, run: changeRole, done }));
}

export async function correctForm(_: FormState, form: FormData): Promise<FormState> {
  return shownAgain(await act({ form, run: correctPerson, done: () => 'Saved.' }));
}

export async function removeForm(_: FormState, form: FormData): Promise<FormState> {
  const state = shownAgain(await act({ form, run: removePerson }));
  return state.done ? redirect(peoplePath()) : state;
}

export async function disableForm(_: FormState, form: FormData): Promise<FormState> {
  return shownAgain(await act({ form, run: disablePerson, done: () => 'Disabled.' }));
}

export async function enableForm(_: FormState, form: FormData): Promise<FormState> {
  return shownAgain(await act({ form, run: enablePerson, done: () => 'Enabled.' }));
}

export async function endSessionsForm(_: FormState, form: FormData): Promise<FormState> {
  return shownAgain(await act({ form, run: endSessions, done: ({ ended }) => `${plural(ended, 'session')} ended.` }));
}

export async function revokeTokensForm(_: FormState, form: FormData): Promise<FormState> {
  return shownAgain(await act({ form, run: revokeTokens, done: () => 'Revoked.' }));
}

export async function resetFactorsForm(_: FormState, form: FormData): Promise<FormState> {
  return shownAgain(await act({ form, run: resetFactors, done: () => 'Reset.' }));
}
