'use client';

import { type ReactNode, useActionState } from 'react';
import { Field } from '../_ui/field';
import { problemOf } from '../_ui/form-state';
import { Note } from '../_ui/note';
import { SubmitButton } from '../_ui/submit-button';
import { CodeFields } from './code-fields';
import { notTried, type SignInState } from './sign-in-state';

type Props = {
  to: string;
  refused: string | null;
  /** Whether a code was wanted before there was a script's word for it: then the form has a field for it from the start. */
  asksCode: boolean;
  signIn: (state: SignInState, form: FormData) => Promise<SignInState>;
  /** The other way in, where there is one. */
  passkey: ReactNode;
};

export function SignInForm({ to, refused, asksCode, signIn, passkey }: Props) {
  const [state, submit] = useActionState(signIn, notTried);
  const wrong = problemOf(state, '') ?? (state === notTried ? refused : null);
  const { halfWay, values } = state;
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
      {halfWay ? (
        <CodeFields email={values.email ?? ''} to={to} halfWay={halfWay} error={problemOf(state, 'code')} />
      ) : (
        <Credentials state={state} asksCode={asksCode} />
      )}
      <div className="actions">
        <SubmitButton kind="primary" className="full" busy="Signing in">
          Sign in
        </SubmitButton>
      </div>
      {passkey}
      <p className="hint">
        {halfWay
          ? 'Lost your phone and the recovery codes? Ask an administrator to reset your second factor.'
          : 'Forgot your password? Ask an administrator for a link to choose a new one.'}{' '}
        After 10 wrong tries there is a wait of 15 minutes.
      </p>
    </form>
  );
}

const Credentials = ({ state, asksCode }: { state: SignInState; asksCode: boolean }) => (
  <>
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
    {asksCode && <Field name="code" label="Code" mono autoComplete="one-time-code" />}
  </>
);

/** Messages are a fact and a cure; the fact is bold. */
const endOfFact = (text: string): number => text.indexOf('. ') + 1;
