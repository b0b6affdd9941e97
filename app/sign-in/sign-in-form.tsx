'use client';

import { useActionState } from 'react';
import { Field } from '../_ui/field';
import { type FormState, problemOf, untouched } from '../_ui/form-state';
import { Note } from '../_ui/note';
import { SubmitButton } from '../_ui/submit-button';

type Props = {
  to: string;
  refused: string | null;
  signIn: (state: FormState, form: FormData) => Promise<FormState>;
};

export function SignInForm({ to, refused, signIn }: Props) {
  const [state, submit] = useActionState(signIn, untouched);
  const wrong = problemOf(state, '') ?? (state === untouched ? refused : null);
  return (
    <form action={submit} noValidate>
      {wrong && (
        <Note tone="bad" box role="alert">
          <p>
            <b>{wrong.slice(0, endOfFact(wrong))}</b>
            {wrong.slice(endOfFact(wrong))}
          </p>
        </Note>
      )}
      <input type="hidden" name="to" value={to} />
      <Field
        name="email"
        label="E-mail"
        type="email"
        autoComplete="username"
        required
        defaultValue={state.values.email}
        error={problemOf(state, 'email')}
      />
      <Field
        name="password"
        label="Password"
        type="password"
        autoComplete="current-password"
        required
        error={problemOf(state, 'password')}
      />
      <div className="actions">
        <SubmitButton kind="primary" className="full" busy="Signing in">
          Sign in
        </SubmitButton>
      </div>
      <p className="hint">
        Forgot your password? Ask an administrator for a link to choose a new one. After 10 wrong tries there is a wait
        of 15 minutes.
      </p>
    </form>
  );
}

/** Messages are a fact and a cure; the fact is bold. */
const endOfFact = (text: string): number => text.indexOf('. ') + 1;
