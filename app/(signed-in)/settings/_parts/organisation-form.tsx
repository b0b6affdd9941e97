'use client';

import { useActionState } from 'react';
import { Field, SelectField } from '../../../_ui/field';
import { FormErrors } from '../../../_ui/form-errors';
import { type FormState, problemOf, untouched } from '../../../_ui/form-state';
import { Note } from '../../../_ui/note';
import { SubmitButton } from '../../../_ui/submit-button';

type Props = {
  saved: { name: string; timeZone: string; captureTime: string };
  zones: readonly string[];
  save: (state: FormState, form: FormData) => Promise<FormState>;
};

const labels = { name: 'Name', timeZone: 'Time zone', captureTime: 'Snapshot due from' };

export function OrganisationForm({ saved, zones, save }: Props) {
  const [state, submit] = useActionState(save, untouched);
  const value = { ...saved, ...state.values };
  return (
    <form className="body" action={submit} noValidate>
      <FormErrors problems={state.problems} labels={labels} />
      {state.done && (
        <Note tone="ok" box role="status">
          {state.done}
        </Note>
      )}
      <Field
        name="name"
        label={labels.name}
        defaultValue={value.name}
        autoComplete="organization"
        maxLength={80}
        required
        error={problemOf(state, 'name')}
      />
      <SelectField
        // A reset form falls back to the first default of a select; a new key makes it take the new one.
        key={value.timeZone}
        name="timeZone"
        label={labels.timeZone}
        defaultValue={value.timeZone}
        options={zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
        error={problemOf(state, 'timeZone')}
        hint="Days begin and end here. Days already captured keep their date."
      />
      <Field
        name="captureTime"
        label={labels.captureTime}
        type="time"
        narrow
        defaultValue={value.captureTime}
        required
        error={problemOf(state, 'captureTime')}
        hint="Every day from this time; a failed run is tried again until the day ends."
      />
      <div className="actions">
        <SubmitButton kind="primary" busy="Saving">
          Save
        </SubmitButton>
      </div>
    </form>
  );
}
