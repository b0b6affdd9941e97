'use client';

import { useActionState } from 'react';
import { Field } from '../../../_ui/field';
import { FormErrors } from '../../../_ui/form-errors';
import { type FormState, problemOf, untouched } from '../../../_ui/form-state';
import { Note } from '../../../_ui/note';
import { SubmitButton } from '../../../_ui/submit-button';

type Props = { email: string; change: (state: FormState, form: FormData) => Promise<FormState> };

const labels = { current: 'Current password', password: 'New password' };

export function PasswordForm({ email, change }: Props) {
  const [state, submit] = useActionState(change, untouched);
  return (
    <form className="body" action={submit} noValidate>
      <FormErrors problems={state.problems} labels={labels} />
      {state.done && (
        <Note tone="ok" box role="status">
          {state.done}
        </Note>
      )}
      {/* Password managers find the account by it. */}
      <input type="hidden" name="username" autoComplete="username" defaultValue={email} />
      <Field
        name="current"
        label={labels.current}
        type="password"
        autoComplete="current-password"
        required
        error={problemOf(state, 'current')}
      />
      <Field
        name="password"
        label={labels.password}
        type="password"
        autoComplete="new-password"
        required
        error={problemOf(state, 'password')}
        hint="At least 12 characters. Every other session ends."
      />
      <div className="actions">
        <SubmitButton kind="primary" busy="Saving">
          Change password
        </SubmitButton>
      </div>
    </form>
  );
}
