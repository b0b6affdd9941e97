'use client';

import { useActionState } from 'react';
import { type Role, roles } from '@/lib/domain/roles';
import { roleWords } from '@/lib/views/words/roles';
import { type FormState, untouched } from '../../../../_ui/form-state';
import { SubmitButton } from '../../../../_ui/submit-button';
import '@/app/_ui/action-button.css';

type Props = {
  person: string;
  name: string;
  role: Role;
  change: (state: FormState, form: FormData) => Promise<FormState>;
};

export function RoleForm({ person, name, role, change }: Props) {
  const [state, submit] = useActionState(change, untouched);
  const said = state.problems.map((problem) => problem.message).join(' ');
  return (
    <form className="press" action={submit}>
      <input type="hidden" name="person" value={person} />
      <div className="row">
        <select key={role} className="input narrow" name="role" aria-label={`Role of ${name}`} defaultValue={role}>
          {roles.map((each) => (
            <option key={each} value={each}>
              {roleWords[each].name}
            </option>
          ))}
        </select>
        <SubmitButton busy="Saving" aria-label={`Save the role of ${name}`}>
          Save
        </SubmitButton>
      </div>
      {said && (
        <p className="err" role="alert">
          {said}
        </p>
      )}
      {state.done && (
        <p className="small" role="status">
          {state.done}
        </p>
      )}
    </form>
  );
}
