'use client';

import { type FormEvent, useActionState, useState } from 'react';
import { Field } from '../../../../_ui/field';
import { FormErrors } from '../../../../_ui/form-errors';
import { type FormState, fieldsOf, typedIn, untouched } from '../../../../_ui/form-state';
import { Note } from '../../../../_ui/note';
import { SubmitButton } from '../../../../_ui/submit-button';

type Props = {
  person: string;
  saved: { readonly name: string; readonly email: string };
  correct: (state: FormState, form: FormData) => Promise<FormState>;
};

const labels = { name: 'Name', email: 'E-mail' };

export function DetailsForm({ person, saved, correct }: Props) {
  const [state, submit] = useActionState(correct, untouched);
  const [typed, setTyped] = useState(saved);
  const isUnsaved = typed.name.trim() !== saved.name || typed.email.trim().toLowerCase() !== saved.email;
  const field = fieldsOf({ labels, state, saved });
  const compare = ({ currentTarget }: FormEvent<HTMLFormElement>) => {
    const { name = '', email = '' } = typedIn(new FormData(currentTarget));
    setTyped({ name, email });
  };
  return (
    <form className="body" action={submit} onChange={compare} noValidate>
      <FormErrors problems={state.problems} labels={labels} title="Not saved." />
      <input type="hidden" name="person" value={person} />
      <Field {...field('name')} autoComplete="off" required />
      <Field
        {...field('email')}
        type="email"
        autoComplete="off"
        required
        hint="They sign in with it. Links sent to the old address stop working."
      />
      <div className="actions">
        <SubmitButton kind={isUnsaved ? 'primary' : undefined} busy="Saving">
          Save name and address
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
