'use client';

import { useActionState, useEffect, useRef } from 'react';
import { Field, SelectField } from '../../_ui/field';
import { FormErrors } from '../../_ui/form-errors';
import { type FormState, fieldsOf, untouched } from '../../_ui/form-state';
import { SubmitButton } from '../../_ui/submit-button';

type Props = {
  token: string;
  zone: string;
  zones: readonly string[];
  setUp: (state: FormState, form: FormData) => Promise<FormState>;
};

const labels = {
  organisationName: 'Organisation',
  timeZone: 'Time zone',
  name: 'Your name',
  email: 'Your e-mail address',
  password: 'Password',
};

export function SetUpForm({ token, zone, zones, setUp }: Props) {
  const [state, submit] = useActionState(setUp, untouched);
  const field = fieldsOf({ labels, state, saved: { timeZone: zone } });
  const select = useZoneOfThisBrowser(zone);
  return (
    <form action={submit} noValidate>
      <FormErrors problems={state.problems} labels={labels} title="Not set up." />
      <input type="hidden" name="token" value={token} />
      <Field {...field('organisationName')} autoComplete="organization" required />
      <SelectField
        ref={select}
        {...field('timeZone')}
        options={zones.map((each) => ({ value: each, label: each.replaceAll('_', ' ') }))}
        hint="Days begin and end here. One snapshot a day is kept."
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

/** Chooses the reader's own zone where the server had nothing better than its default; without script they choose themselves. */
function useZoneOfThisBrowser(given: string) {
  const select = useRef<HTMLSelectElement>(null);
  useEffect(() => {
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const known = [...(select.current?.options ?? [])].some((option) => option.value === own);
    if (select.current && given === 'UTC' && select.current.value === 'UTC' && known) select.current.value = own;
  }, [given]);
  return select;
}
