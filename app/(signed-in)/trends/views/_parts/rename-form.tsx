'use client';

import { useActionState } from 'react';
import { Field } from '../../../../_ui/field';
import { FormOutcome } from '../../../../_ui/form-outcome';
import { fieldsOf, untouched } from '../../../../_ui/form-state';
import { SubmitButton } from '../../../../_ui/submit-button';
import { renameViewForm } from '../actions';

const labels = { name: 'New name' };

/** Opens in place, so it needs no script. */
export function RenameForm({ id, name }: { id: string; name: string }) {
  const [state, act] = useActionState(renameViewForm, untouched);
  const field = fieldsOf({ labels, state, saved: { name } });
  return (
    <details className="confirm">
      <summary className="btn">Rename</summary>
      <form className="confirm-body" action={act} noValidate>
        <FormOutcome state={state} labels={labels} />
        <input type="hidden" name="id" value={id} />
        <Field {...field('name')} id={`name-${id}`} required autoComplete="off" />
        <SubmitButton busy="Saving">Save name</SubmitButton>
      </form>
    </details>
  );
}
