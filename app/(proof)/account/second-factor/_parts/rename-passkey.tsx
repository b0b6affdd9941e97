'use client';

import { useActionState } from 'react';
import { Field } from '../../../../_ui/field';
import { FormOutcome } from '../../../../_ui/form-outcome';
import { type FormState, fieldsOf, untouched } from '../../../../_ui/form-state';
import { SubmitButton } from '../../../../_ui/submit-button';

type Props = { id: string; name: string; rename: (state: FormState, form: FormData) => Promise<FormState> };

const labels = { name: 'New name' };

export function RenamePasskey({ id, name, rename }: Props) {
  const [state, submit] = useActionState(rename, untouched);
  const field = fieldsOf({ labels, state, saved: { name } });
  return (
    <details className="confirm">
      <summary className="btn">Rename</summary>
      <form className="confirm-body" action={submit} noValidate>
        <FormOutcome state={state} labels={labels} />
        <input type="hidden" name="id" value={id} />
        <Field {...field('name')} id={`name-${id}`} required maxLength={60} autoComplete="off" />
        <SubmitButton busy="Saving">Save name</SubmitButton>
      </form>
    </details>
  );
}
