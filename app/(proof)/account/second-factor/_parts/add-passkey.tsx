'use client';

import { makePasskey } from '../../../../_passkeys/browser';
import { type Asked, usePasskey } from '../../../../_passkeys/use-passkey';
import { Field } from '../../../../_ui/field';
import { FormErrors } from '../../../../_ui/form-errors';
import { type FormState, problemOf } from '../../../../_ui/form-state';
import { SubmitButton } from '../../../../_ui/submit-button';

type Props = {
  ask: (form: FormData) => Promise<Asked<Parameters<typeof makePasskey>[0]>>;
  finish: (form: FormData) => Promise<FormState>;
};

const labels = { name: 'Name of the new passkey' };

/** The browser makes the key, so it needs a script. */
export function AddPasskey({ ask, finish }: Props) {
  const { press, busy, problems, count } = usePasskey({ ask, browse: makePasskey, finish });
  return (
    <form
      className="needs-script"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) press(new FormData(event.currentTarget));
      }}
    >
      <FormErrors problems={problems} labels={labels} title="Not added." />
      <Field
        key={count}
        name="name"
        id="passkey-name"
        label={labels.name}
        maxLength={60}
        autoComplete="off"
        required
        error={problemOf({ problems }, 'name')}
        hint="Where it is kept, such as “My phone”."
      />
      <div className="actions">
        <SubmitButton kind="primary" aria-disabled={busy}>
          {busy ? 'Waiting for your device' : 'Add a passkey'}
        </SubmitButton>
      </div>
    </form>
  );
}
