'use client';

import { type FormEvent, useActionState, useState } from 'react';
import { Field } from '../../../../_ui/field';
import { FormErrors } from '../../../../_ui/form-errors';
import { type FormState, fieldsOf, untouched } from '../../../../_ui/form-state';
import { Note } from '../../../../_ui/note';
import { SubmitButton } from '../../../../_ui/submit-button';
import { useUnsavedGuard } from '../../../../_ui/use-unsaved-guard';

type Props = {
  person: string;
  saved: { readonly name: string; readonly email: string };
  correct: (state: FormState, form: FormData) => Promise<FormState>;
};

const labels = { name: 'Name', email: 'E-mail' };

export function DetailsForm({ person, saved, correct }: Props) {
  const [state, submit] = useActionState(correct, untouched);
  const [isUnsaved, setUnsaved] = useState(false);
  useUnsavedGuard(isUnsaved);
  const field = fieldsOf({ labels, state, saved });
  const compare = ({ currentTarget }: FormEvent<HTMLFormElement>) => {
    const typed = new FormData(currentTarget);
    setUnsaved(typed.get('name') !== saved.name || typed.get('email') !== saved.email);
  };
  const send = (form: FormData) => {
    setUnsaved(false);
    submit(form);
  };
  return (
    <form className="body" action={send} onChange={compare} noValidate>
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
