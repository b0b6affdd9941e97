'use client';

import { useActionState } from 'react';
import { Check, Field } from '../../../../_ui/field';
import { FormOutcome } from '../../../../_ui/form-outcome';
import { fieldsOf, untouched } from '../../../../_ui/form-state';
import { SubmitButton } from '../../../../_ui/submit-button';
import { saveViewForm } from '../actions';

type Props = { address: string; longestName: number; mayShare: boolean };

const labels = { name: 'Name' };

export function SaveForm({ address, longestName, mayShare }: Props) {
  const [state, act] = useActionState(saveViewForm, untouched);
  const field = fieldsOf({ labels, state });
  return (
    <form className="body save-view" action={act} noValidate>
      <FormOutcome state={state} labels={labels} />
      <input type="hidden" name="address" value={address} />
      <Field {...field('name')} required autoComplete="off" maxLength={longestName} />
      {mayShare && <Check name="forAll" label="For all" defaultChecked={state.values.forAll !== undefined} />}
      <div className="actions">
        <SubmitButton kind="primary" busy="Saving">
          Save view
        </SubmitButton>
      </div>
    </form>
  );
}
