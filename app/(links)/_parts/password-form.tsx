'use client';

import { useActionState } from 'react';
import { Check, Field } from '../../_ui/field';
import { FormErrors } from '../../_ui/form-errors';
import { type FormState, problemOf, untouched } from '../../_ui/form-state';
import { SubmitButton } from '../../_ui/submit-button';

type Props = {
  kind: 'invitation' | 'password-reset';
  token: string;
  email: string;
  choose: (state: FormState, form: FormData) => Promise<FormState>;
};

export function PasswordForm({ kind, token, email, choose }: Props) {
  const [state, submit] = useActionState(choose, untouched);
  return (
    <form action={submit} noValidate>
      <FormErrors problems={state.problems} labels={{ password: 'Password' }} />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="token" value={token} />
      {/* Password managers keep the new password under this name. */}
      <Field name="username" label="E-mail" type="email" autoComplete="username" value={email} readOnly />
      <Field
        name="password"
        label="Password"
        type="password"
        autoComplete="new-password"
        required
        error={problemOf(state, 'password')}
        hint="At least 12 characters. A few words in a row are easy to keep and hard to guess."
      />
      {kind === 'password-reset' && <Check name="revokeTokens" label="Revoke my API tokens, too" defaultChecked />}
      <div className="actions">
        <SubmitButton kind="primary" className="full" busy="Saving">
          Save and sign in
        </SubmitButton>
      </div>
    </form>
  );
}
