'use server';

import { redirect } from 'next/navigation';
import { ok } from '@/lib/domain/result';
import { askForOwnPasskey } from '@/lib/services/factors/ask-for-passkey';
import { confirmByPasskey } from '@/lib/services/factors/confirm-by-passkey';
import { act, actFor } from '../../../_doors/answer/act';
import { readAnswer } from '../../../_doors/enter/read-answer';
import { safeRedirect } from '../../../_doors/enter/safe-redirect';
import { type FormState, proofField } from '../../../_ui/form-state';

const told = 'Confirmed. Go back to where you were and send it again.';

/** The door of forms judges the proof itself. */
export async function confirmForm(_: FormState, form: FormData): Promise<FormState> {
  if (!form.get(proofField)) {
    return { problems: [{ path: proofField, message: 'Enter your password or a code.' }], values: {}, done: null };
  }
  return goOn(await act({ form, run: async () => ok(null), done: () => told }), form);
}

export async function askOwnPasskey(form: FormData) {
  const { state, value } = await actFor({ form, run: (ctx) => askForOwnPasskey(ctx, {}), done: () => null });
  return { problems: state.problems, asked: value };
}

export async function confirmPasskeyForm(form: FormData): Promise<FormState> {
  const state = await act({
    form,
    secret: ['answer', 'question'],
    run: (ctx, { question, answer }) => confirmByPasskey(ctx, { question, answer: readAnswer(answer) }),
    done: () => told,
  });
  return goOn(state, form);
}

/** To where the person was, if that was said. */
function goOn(state: FormState, form: FormData): FormState {
  const to = form.get('to');
  return state.done !== null && typeof to === 'string' && to !== '' ? redirect(safeRedirect(to)) : state;
}
