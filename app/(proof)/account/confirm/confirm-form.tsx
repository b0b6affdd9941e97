'use client';

import { useActionState } from 'react';
import { Field } from '../../../_ui/field';
import { FormOutcome } from '../../../_ui/form-outcome';
import { type FormState, problemOf, proofField, untouched } from '../../../_ui/form-state';
import { SubmitButton } from '../../../_ui/submit-button';

type Props = { to: string; confirm: (state: FormState, form: FormData) => Promise<FormState> };

export function ConfirmForm({ to, confirm }: Props) {
  const [state, submit] = useActionState(confirm, untouched);
  const elsewhere = state.problems.filter(({ path }) => path !== proofField);
  return (
    <form action={submit} noValidate>
      <FormOutcome state={{ ...state, problems: elsewhere }} labels={{}} title="Not confirmed." />
      <input type="hidden" name="to" value={to} />
      <Field
        name={proofField}
        label="Your password, or a code"
        type="password"
        autoComplete="current-password"
        required
        error={problemOf(state, proofField)}
      />
      <div className="actions">
        <SubmitButton kind="primary" className="full" busy="Checking">
          Confirm
        </SubmitButton>
      </div>
    </form>
  );
}
