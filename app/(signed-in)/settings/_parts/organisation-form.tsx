'use client';

import { useActionState } from 'react';
import type { TimeZone } from '@/lib/domain/day';
import { longestOrganisationName } from '@/lib/domain/organisation';
import type { ZoneOption } from '@/lib/views/words/time-zones';
import { Field } from '../../../_ui/field';
import { FormOutcome } from '../../../_ui/form-outcome';
import { type FormState, fieldsOf, untouched } from '../../../_ui/form-state';
import { SubmitButton } from '../../../_ui/submit-button';
import { ZoneField } from '../../../_ui/zone-field';
import type { AskZoneTime } from '../../../_ui/zone-time';

type Props = {
  saved: { name: string; timeZone: TimeZone; captureTime: string };
  zones: readonly ZoneOption[];
  wallMs: number;
  /** Whose rules say when days begin. */
  rules: string;
  askZoneTime: AskZoneTime;
  save: (state: FormState, form: FormData) => Promise<FormState>;
};

const labels = { name: 'Name', timeZone: 'Time zone', captureTime: 'Snapshot due from' };

export function OrganisationForm({ saved, zones, wallMs, rules, askZoneTime, save }: Props) {
  const [state, submit] = useActionState(save, untouched);
  const field = fieldsOf({ labels, state, saved });
  return (
    <form className="body" action={submit} noValidate>
      <FormOutcome state={state} labels={labels} />
      <Field {...field('name')} autoComplete="organization" maxLength={longestOrganisationName} required />
      <ZoneField
        field={field('timeZone')}
        options={zones}
        wallMs={wallMs}
        ask={askZoneTime}
        hint={`Days begin and end here, by ${rules}. Days already captured keep their date.`}
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
