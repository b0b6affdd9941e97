'use client';

import { useActionState } from 'react';
import type { TimeZone } from '@/lib/domain/day';
import { Field, SelectField } from '../../../_ui/field';
import { FormOutcome } from '../../../_ui/form-outcome';
import { type FormState, fieldsOf, untouched } from '../../../_ui/form-state';
import { SubmitButton } from '../../../_ui/submit-button';

type Props = {
  saved: { name: string; timeZone: TimeZone; captureTime: string };
  zones: readonly string[];
  save: (state: FormState, form: FormData) => Promise<FormState>;
};

const labels = { name: 'Name', timeZone: 'Time zone', captureTime: 'Snapshot due from' };

export function OrganisationForm({ saved, zones, save }: Props) {
  const [state, submit] = useActionState(save, untouched);
  const field = fieldsOf({ labels, state, saved });
  return (
    <form className="body" action={submit} noValidate>
      <FormOutcome state={state} labels={labels} />
      <Field {...field('name')} autoComplete="organization" maxLength={80} required />
      <SelectField
        {...field('timeZone')}
        options={zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
        hint="Days begin and end here. Days already captured keep their date."
      />
      <Field
        {...field('captureTime')}
        type="time"
        narrow
        required
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
