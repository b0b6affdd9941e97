'use client';

import { useActionState } from 'react';
import { Check, Field } from '../../../_ui/field';
import { FormOutcome } from '../../../_ui/form-outcome';
import { type FormState, fieldsOf, untouched } from '../../../_ui/form-state';
import { SubmitButton } from '../../../_ui/submit-button';

type Props = { email: string; hasTokens: boolean; change: (state: FormState, form: FormData) => Promise<FormState> };

const labels = { current: 'Current password', password: 'New password' };

export function PasswordForm({ email, hasTokens, change }: Props) {
  const [state, submit] = useActionState(change, untouched);
  const field = fieldsOf({ labels, state });
  return (
    <form className="body" action={submit} noValidate>
      <FormOutcome state={state} labels={labels} />
      {/* Password managers find the account by it. */}
      <input type="hidden" name="username" autoComplete="username" defaultValue={email} />
      <Field {...field('current')} type="password" autoComplete="current-password" required />
      <Field
        {...field('password')}
        type="password"
        autoComplete="new-password"
        required
        hint="At least 12 characters. Every other session ends."
      />
      {hasTokens && <Check name="revokeTokens" label="Revoke my API tokens, too" defaultChecked />}
      <div className="actions">
        <SubmitButton kind="primary" busy="Saving">
          Change password
        </SubmitButton>
      </div>
    </form>
  );
}
