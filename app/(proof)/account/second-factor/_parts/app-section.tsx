'use client';

import { useActionState } from 'react';
import { ActionButton } from '../../../../_ui/action-button';
import { Confirm } from '../../../../_ui/confirm';
import { Field } from '../../../../_ui/field';
import { FormErrors } from '../../../../_ui/form-errors';
import { type FormState, problemOf } from '../../../../_ui/form-state';
import { Note } from '../../../../_ui/note';
import { SubmitButton } from '../../../../_ui/submit-button';
import { type AppState, notBegun } from '../states';
import { RecoveryCodes } from './recovery-codes';
import { ScanForm } from './scan-form';

type Props = {
  status: 'none' | 'working' | 'unreadable';
  asksPassword: boolean;
  act: (state: AppState, form: FormData) => Promise<AppState>;
  remove: (state: FormState, form: FormData) => Promise<FormState>;
};

/** An app that shows codes: from nothing, over a secret that is scanned, to one that is asked for. */
export function AppSection({ status, asksPassword, act, remove }: Props) {
  const [state, submit] = useActionState(act, notBegun);
  return (
    <section className="factor" aria-labelledby="h-app">
      <h2 id="h-app">App for codes</h2>
      {state.recoveryCodes ? (
        <>
          <Note tone="ok" box role="status">
            The app is set up: its code is asked from your next sign-in on.
          </Note>
          <RecoveryCodes codes={state.recoveryCodes} />
        </>
      ) : state.begun ? (
        <ScanForm begun={state.begun} problems={state.problems} submit={submit} />
      ) : status === 'none' ? (
        <BeginForm state={state} asksPassword={asksPassword} submit={submit} />
      ) : (
        <SetUp status={status} remove={remove} />
      )}
    </section>
  );
}

type BeginProps = { state: AppState; asksPassword: boolean; submit: (form: FormData) => void };

function BeginForm({ state, asksPassword, submit }: BeginProps) {
  return (
    <>
      <p className="text">Any app for one-time codes will do. It shows six new digits every 30 seconds, offline.</p>
      <form action={submit} noValidate>
        <FormErrors problems={state.problems} labels={{ password: 'Your password' }} title="Not begun." />
        <input type="hidden" name="do" value="begin" />
        {asksPassword && (
          <Field
            name="password"
            label="Your password"
            type="password"
            autoComplete="current-password"
            required
            error={problemOf(state, 'password')}
          />
        )}
        <div className="actions">
          <SubmitButton kind="primary" busy="Beginning">
            Set up an app
          </SubmitButton>
        </div>
      </form>
    </>
  );
}

type SetUpProps = Pick<Props, 'remove'> & { status: 'working' | 'unreadable' };

const SetUp = ({ status, remove }: SetUpProps) => (
  <>
    {status === 'working' ? (
      <p className="text">Set up: its code is asked when you sign in with your password.</p>
    ) : (
      <Note tone="bad" box>
        <p>
          <b>Its codes cannot be checked.</b> What it was set up with was sealed with a key that is not here, as after a
          restore without keys. Remove it and set it up anew.
        </p>
      </Note>
    )}
    <div className="actions">
      <Confirm label="Remove the app" kind="danger" question="Remove the app? Its codes are not asked any more.">
        <ActionButton action={remove} fields={{}} kind="danger" busy="Removing">
          Remove it
        </ActionButton>
      </Confirm>
    </div>
  </>
);
