'use client';

import { useActionState } from 'react';
import { roles } from '@/lib/domain/roles';
import { roleWords } from '@/lib/views/words/roles';
import { Field, SelectField } from '../../../../_ui/field';
import { FormErrors } from '../../../../_ui/form-errors';
import { fieldsOf, untouched } from '../../../../_ui/form-state';
import { RevealOnce } from '../../../../_ui/reveal-once';
import { SubmitButton } from '../../../../_ui/submit-button';
import type { LinkState } from '../actions';
import { linkHint } from './link-hint';

type Props = { invite: (state: LinkState, form: FormData) => Promise<LinkState> };

const labels = { name: 'Name', email: 'E-mail', role: 'Role' };
const options = roles.map((role) => ({ value: role, label: `${roleWords[role].name}: ${roleWords[role].may}` }));

export function InviteForm({ invite }: Props) {
  const [state, submit] = useActionState(invite, { ...untouched, link: null });
  const field = fieldsOf({ labels, state, saved: { role: 'viewer' } });
  return (
    <form className="body" action={submit} noValidate>
      <FormErrors problems={state.problems} labels={labels} title="Not invited." />
      {state.link && (
        <RevealOnce
          label={`${state.done} Give them this link:`}
          value={state.link.url}
          hint={linkHint(state.link.until)}
        />
      )}
      <Field {...field('name')} autoComplete="off" required />
      <Field {...field('email')} type="email" autoComplete="off" required />
      <SelectField {...field('role')} options={options} />
      <div className="actions">
        <SubmitButton kind="primary" busy="Inviting">
          Invite
        </SubmitButton>
      </div>
    </form>
  );
}
