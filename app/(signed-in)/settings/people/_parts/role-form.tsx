'use client';

import { useActionState, useState } from 'react';
import { type Role, roles } from '@/lib/domain/roles';
import { roleWords } from '@/lib/views/words/roles';
import { SelectField } from '../../../../_ui/field';
import { FormErrors } from '../../../../_ui/form-errors';
import { type FormState, untouched } from '../../../../_ui/form-state';
import { Note } from '../../../../_ui/note';
import { SubmitButton } from '../../../../_ui/submit-button';

type Props = {
  person: string;
  role: Role;
  /** Who says the role at every sign-in; null: this form. */
  provider: string | null;
  change: (state: FormState, form: FormData) => Promise<FormState>;
};

const options = roles.map((role) => ({ value: role, label: `${roleWords[role].name}: ${roleWords[role].may}` }));

export function RoleForm({ person, role, provider, change }: Props) {
  const [state, submit] = useActionState(change, untouched);
  const [chosen, choose] = useState<string>(role);
  const isUnsaved = chosen !== role;
  return (
    <form className="body" action={submit}>
      <FormErrors problems={state.problems} labels={{ role: 'Role' }} title="Not changed." />
      <input type="hidden" name="person" value={person} />
      <SelectField
        name="role"
        label="Role"
        options={options}
        defaultValue={role}
        onChange={(event) => choose(event.target.value)}
        hint={
          provider === null
            ? 'A new role ends their sessions: they sign in again.'
            : `Their role comes from ${provider}, at every sign-in. What you choose here ends their sessions, and holds until the next one.`
        }
      />
      <div className="actions">
        <SubmitButton kind={isUnsaved ? 'primary' : undefined} busy="Saving">
          Save the role
        </SubmitButton>
        {isUnsaved && <span className="small">Not saved yet.</span>}
      </div>
      {state.done && !isUnsaved && (
        <Note tone="ok" role="status">
          {state.done}
        </Note>
      )}
    </form>
  );
}
