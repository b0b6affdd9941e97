'use client';

import { useActionState } from 'react';
import { tokenScopes } from '@/lib/domain/roles';
import { scopeWords } from '@/lib/views/words/roles';
import { Field, SelectField } from '../../../_ui/field';
import { FormErrors } from '../../../_ui/form-errors';
import { fieldsOf, untouched } from '../../../_ui/form-state';
import { RevealOnce } from '../../../_ui/reveal-once';
import { SubmitButton } from '../../../_ui/submit-button';
import type { NewTokenState } from '../actions';

type Props = { create: (state: NewTokenState, form: FormData) => Promise<NewTokenState> };

const labels = { name: 'Name of the new token', scope: 'It may', days: 'Expires' };
const scopes = tokenScopes.map((scope) => ({ value: scope, label: scopeWords[scope] }));
const lives = [
  { value: '30', label: 'In 30 days' },
  { value: '90', label: 'In 90 days' },
  { value: '365', label: 'In a year' },
];

export function TokenForm({ create }: Props) {
  const [state, submit] = useActionState(create, { ...untouched, token: null });
  const field = fieldsOf({ labels, state, saved: { scope: 'read', days: '90' } });
  return (
    <form className="body" action={submit} noValidate>
      <FormErrors problems={state.problems} labels={labels} ids={{ name: 'token-name' }} title="Not made." />
      {state.token && (
        <RevealOnce
          label={`${state.done} Copy it now: it is never shown again.`}
          value={state.token}
          hint="Send it as “Authorization: Bearer …”."
        />
      )}
      <Field
        id="token-name"
        {...field('name')}
        maxLength={60}
        autoComplete="off"
        required
        hint="What uses it, such as “Power BI”."
      />
      <SelectField {...field('scope')} options={scopes} />
      <SelectField {...field('days')} options={lives} />
      <div className="actions">
        <SubmitButton kind="primary" busy="Making">
          Make a token
        </SubmitButton>
      </div>
    </form>
  );
}
