'use server';

import { redirect } from 'next/navigation';
import { fail, type Result } from '@/lib/domain/result';
import type { SignInFailure } from '@/lib/services/access/sign-in';
import { askForAnyPasskey } from '@/lib/services/factors/ask-for-passkey';
import { act, actFor } from '../_doors/answer/act';
import type { KnownFailure } from '../_doors/answer/problems';
import { signInByPasskey, signInByPassword } from '../_doors/enter/auth';
import { safeRedirect } from '../_doors/enter/safe-redirect';
import { type FormState, typedIn } from '../_ui/form-state';
import type { HalfWay, SignInState } from './sign-in-state';

export async function signInForm(_: SignInState, form: FormData): Promise<SignInState> {
  const met: { failure: Failure | null } = { failure: null };
  const state = await act({
    form,
    secret: ['password', 'code', 'half'],
    as: 'nobody',
    run: async (_ctx, typed) => {
      const signedIn = await signInWith(typed);
      if (!signedIn.ok) met.failure = signedIn.failure;
      return signedIn;
    },
    done: () => 'Signed in.',
  });
  return state.done === null ? stateAfter(met.failure, state, form) : redirect(safeRedirect(form.get('to')));
}

/** What the browser is to ask for a passkey, whoever sits before it. */
export async function askPasskey(form: FormData) {
  const { state, value } = await actFor({ form, as: 'nobody', run: (ctx) => askForAnyPasskey(ctx, {}) });
  return { problems: state.problems, asked: value };
}

export async function passkeyForm(form: FormData): Promise<FormState> {
  const state = await act({
    form,
    secret: ['answer', 'question'],
    as: 'nobody',
    run: (_ctx, { question = '', answer = '' }) => signInByPasskey({ question, answer }),
    done: () => 'Signed in.',
  });
  return state.done === null ? state : redirect(safeRedirect(form.get('to')));
}

type Failure = SignInFailure | KnownFailure;
type Typed = Readonly<Record<string, string>>;

async function signInWith({ email = '', password = '', code = '', half = '' }: Typed): Promise<Result<null, Failure>> {
  if (half !== '') {
    return code.trim() === '' ? missing([['code', 'Enter a code.']]) : signInByPassword({ email, half, code });
  }
  const errors = [
    ...(email.trim() === '' ? [['email', 'Enter your e-mail address.'] as const] : []),
    ...(password === '' ? [['password', 'Enter your password.'] as const] : []),
  ];
  return errors.length > 0 ? missing(errors) : signInByPassword({ email, password, code });
}

const missing = (fields: readonly (readonly [path: string, message: string])[]): Result<null, KnownFailure> =>
  fail({ kind: 'invalid-input', errors: fields.map(([path, message]) => ({ path, message })) });

/** That a code must follow is no fault, and what stands for the password comes again with each try until it is too old. */
function stateAfter(failure: Failure | null, state: FormState, form: FormData): SignInState {
  if (failure?.kind === 'code-needed' && 'half' in failure) {
    return { ...state, problems: [], halfWay: { half: failure.half, hasApp: failure.hasApp } };
  }
  return { ...state, halfWay: failure?.kind === 'sign-in-late' ? null : halfWayOf(typedIn(form)) };
}

const halfWayOf = ({ half = '', app }: Typed): HalfWay | null => (half === '' ? null : { half, hasApp: app === 'yes' });
