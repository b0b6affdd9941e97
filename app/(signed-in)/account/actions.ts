'use server';

import { revalidatePath } from 'next/cache';
import { changeOwnPassword } from '@/lib/services/access/change-own-password';
import { endOwnSessions } from '@/lib/services/access/end-sessions';
import { createOwnToken } from '@/lib/services/tokens/create-token';
import { revokeOwnTokens } from '@/lib/services/tokens/revoke-tokens';
import { accountPath } from '@/lib/views/paths';
import { plural } from '@/lib/views/words/numbers';
import { act, actFor } from '../../_doors/answer/act';
import type { FormState } from '../../_ui/form-state';

const shownAgain = (state: FormState): FormState => {
  if (state.done) revalidatePath(accountPath());
  return state;
};

export async function changePasswordForm(_: FormState, form: FormData): Promise<FormState> {
  const state = await act({
    form,
    secret: ['current', 'password'],
    run: changeOwnPassword,
    done: ({ endedSessions, revokedTokens }) =>
      [
        'Changed.',
        ...(endedSessions === 0 ? [] : [`${plural(endedSessions, 'other session')} ended.`]),
        ...(revokedTokens === 0 ? [] : [`${plural(revokedTokens, 'API token')} revoked.`]),
      ].join(' '),
  });
  return shownAgain(state);
}

export async function endSessionsForm(_: FormState, form: FormData): Promise<FormState> {
  return shownAgain(
    await act({ form, run: endOwnSessions, done: ({ ended }) => `${plural(ended, 'session')} ended.` }),
  );
}

export type NewTokenState = FormState & { readonly token: string | null };

export async function createTokenForm(_: NewTokenState, form: FormData): Promise<NewTokenState> {
  const { state, value } = await actFor({
    form,
    run: createOwnToken,
    done: ({ name }) => `“${name}” is made.`,
  });
  return { ...shownAgain(state), token: value?.token ?? null };
}

export async function revokeTokenForm(_: FormState, form: FormData): Promise<FormState> {
  return shownAgain(await act({ form, run: revokeOwnTokens, done: () => 'Revoked.' }));
}
