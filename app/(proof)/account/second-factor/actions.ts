'use server';

import { revalidatePath } from 'next/cache';
import { fail, ok, type Result } from '@/lib/domain/result';
import { type Context, confirmedSince } from '@/lib/services/context';
import { addPasskey } from '@/lib/services/factors/add-passkey';
import { askForNewPasskey } from '@/lib/services/factors/ask-for-passkey';
import { type BegunTotp, beginTotp, viewBegunTotp } from '@/lib/services/factors/begin-totp';
import { removePasskey, renamePasskey } from '@/lib/services/factors/change-passkey';
import { confirmTotp } from '@/lib/services/factors/confirm-totp';
import { confirmYourself } from '@/lib/services/factors/confirm-yourself';
import { removeTotp } from '@/lib/services/factors/remove-totp';
import { renewRecoveryCodes } from '@/lib/services/factors/renew-recovery-codes';
import { viewOwnFactors } from '@/lib/services/factors/view-own-factors';
import { accountPath, secondFactorPath } from '@/lib/views/paths';
import { act, actFor } from '../../../_doors/answer/act';
import type { KnownFailure } from '../../../_doors/answer/problems';
import { readAnswer } from '../../../_doors/enter/read-answer';
import type { FormState } from '../../../_ui/form-state';
import type { AppState, CodesState } from './states';

/** Both steps of an app, since one leads to the other in its place; which one it is stands in `do`. */
export async function appForm(_: AppState, form: FormData): Promise<AppState> {
  return form.get('do') === 'confirm' ? confirm(form) : begin(form);
}

async function begin(form: FormData): Promise<AppState> {
  const { state, value } = await actFor({
    form,
    secret: ['password'],
    run: async (ctx, { password = '' }) => {
      const proven = await provenBy(ctx, password);
      return proven.ok ? beginTotp(proven.value, {}) : proven;
    },
    done: () => null,
  });
  return { ...state, begun: value === null ? null : shown(value), recoveryCodes: null };
}

/** A borrowed screen is not enough, however short ago its owner signed in: who has a password gives it again. */
async function provenBy(ctx: Context, password: string): Promise<Result<Context, KnownFailure>> {
  if (password === '') {
    const own = await viewOwnFactors(ctx, {});
    if (!own.ok) return own;
    if (own.value.hasPassword) return { ok: false, failure: passwordMissing };
    return ok(ctx);
  }
  const confirmed = await confirmYourself(ctx, { password });
  return confirmed.ok ? ok(confirmedSince(ctx, confirmed.value.at)) : confirmed;
}

const passwordMissing: KnownFailure = {
  kind: 'invalid-input',
  errors: [{ path: 'password', message: 'Enter your password.' }],
};

/** After a wrong code what was begun is shown again. */
async function confirm(form: FormData): Promise<AppState> {
  const begun: { value: BegunTotp | null } = { value: null };
  const { state, value } = await actFor({
    form,
    secret: ['code'],
    run: async (ctx, { code = '' }) => {
      const confirmed = await confirmTotp(ctx, { code });
      const again = confirmed.ok ? null : await viewBegunTotp(ctx, {});
      if (again?.ok) begun.value = again.value;
      return confirmed;
    },
    done: () => 'The app is set up.',
  });
  return {
    ...state,
    begun: begun.value === null ? null : shown(begun.value),
    recoveryCodes: value?.recoveryCodes ?? null,
  };
}

const shown = ({ secret, otpauthUrl, drawing }: BegunTotp) => ({ secret, otpauthUrl, drawing });

export async function removeAppForm(_: FormState, form: FormData): Promise<FormState> {
  return shownAgain(await act({ form, run: (ctx) => removeTotp(ctx, {}), done: () => 'Removed.' }));
}

export async function recoveryForm(_: CodesState, form: FormData): Promise<CodesState> {
  const { state, value } = await actFor({
    form,
    run: (ctx) => renewRecoveryCodes(ctx, {}),
    done: () => 'Ten new codes.',
  });
  return { ...state, recoveryCodes: value?.recoveryCodes ?? null };
}

/** Named before the browser is troubled. */
export async function askNewPasskey(form: FormData) {
  const { state, value } = await actFor({
    form,
    run: async (ctx, { name = '' }): Promise<Awaited<ReturnType<typeof askForNewPasskey>> | typeof nameMissing> =>
      name.trim() === '' ? nameMissing : askForNewPasskey(ctx, {}),
    done: () => null,
  });
  return { problems: state.problems, asked: value };
}

const nameMissing = fail({
  kind: 'invalid-input',
  errors: [{ path: 'name', message: 'Enter a name that says where the passkey is.' }],
});

export async function addPasskeyForm(form: FormData): Promise<FormState> {
  return shownAgain(
    await act({
      form,
      secret: ['answer', 'question'],
      run: (ctx, { name, question, answer }) => addPasskey(ctx, { name, question, answer: readAnswer(answer) }),
      done: () => 'Added.',
    }),
  );
}

export async function renamePasskeyForm(_: FormState, form: FormData): Promise<FormState> {
  return shownAgain(await act({ form, run: renamePasskey, done: () => 'Renamed.' }));
}

export async function removePasskeyForm(_: FormState, form: FormData): Promise<FormState> {
  return shownAgain(await act({ form, run: removePasskey, done: () => 'Removed.' }));
}

function shownAgain(state: FormState): FormState {
  if (!state.done) return state;
  revalidatePath(secondFactorPath());
  revalidatePath(accountPath());
  return state;
}
