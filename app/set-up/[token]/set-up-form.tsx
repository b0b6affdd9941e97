'use client';

import { useActionState } from 'react';
import { longestOrganisationName } from '@/lib/domain/organisation';
import type { ZoneOption } from '@/lib/views/words/time-zones';
import { Field } from '../../_ui/field';
import { FormErrors } from '../../_ui/form-errors';
import { type FormState, fieldsOf, untouched } from '../../_ui/form-state';
import { SubmitButton } from '../../_ui/submit-button';
import { ZoneField } from '../../_ui/zone-field';
import type { AskZoneTime } from '../../_ui/zone-time';

type Props = {
  token: string;
  zone: string;
  zones: readonly ZoneOption[];
  wallMs: number;
  askZoneTime: AskZoneTime;
  setUp: (state: FormState, form: FormData) => Promise<FormState>;
};

const labels = {
  organisationName: 'Organisation',
  timeZone: 'Time zone',
  name: 'Your name',
  email: 'Your e-mail address',
  password: 'Password',
};

export function SetUpForm({ token, zone, zones, wallMs, askZoneTime, setUp }: Props) {
  const [state, submit] = useActionState(setUp, untouched);
  const field = fieldsOf({ labels, state, saved: { timeZone: zone } });
  return (
    <form action={submit} noValidate>
      <FormErrors problems={state.problems} labels={labels} title="Not set up." />
      <input type="hidden" name="token" value={token} />
      <Field {...field('organisationName')} autoComplete="organization" maxLength={longestOrganisationName} required />
      <ZoneField
        field={field('timeZone')}
        options={zones}
        wallMs={wallMs}
        ask={askZoneTime}
        hint="Days begin and end here. One snapshot a day is kept."
        preferOwn={zone === 'UTC'}
      />
      <Field {...field('name')} autoComplete="name" required />
      <Field {...field('email')} type="email" autoComplete="username" required />
      <Field
        {...field('password')}
        type="password"
        autoComplete="new-password"
        required
        hint="At least 12 characters. A few words in a row are easy to keep and hard to guess."
      />
      <div className="actions">
        <SubmitButton kind="primary" className="full" busy="Setting up">
          Set up
        </SubmitButton>
      </div>
    </form>
  );
}
