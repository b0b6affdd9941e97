'use client';

import { useActionState } from 'react';
import { Field, SelectField } from '../../../_ui/field';
import { FormErrors } from '../../../_ui/form-errors';
import { type FormState, problemOf, untouched } from '../../../_ui/form-state';
import { Note } from '../../../_ui/note';
import { SubmitButton } from '../../../_ui/submit-button';
import { classes } from '../../../_ui/tone';

type Props = {
  /** What can be chosen, with today's value; a target that is changed keeps its metric. */
  metrics: readonly { value: string; label: string }[];
  saved: { id?: string; metric: string; value: string; by: string };
  earliest: string;
  submit: string;
  send: (state: FormState, form: FormData) => Promise<FormState>;
};

const labels = { metric: 'Metric', value: 'Value', by: 'By' };

export function TargetForm({ metrics, saved, earliest, submit, send }: Props) {
  const [state, act] = useActionState(send, untouched);
  const value = { ...saved, ...state.values };
  return (
    <form className="body target-form" action={act} noValidate>
      <FormErrors problems={state.problems} labels={labels} />
      {state.done && (
        <Note tone="ok" box role="status">
          {state.done}
        </Note>
      )}
      <div className={classes('form-row', saved.id !== undefined && 'few')}>
        {saved.id === undefined ? (
          <SelectField
            key={value.metric}
            name="metric"
            label={labels.metric}
            options={metrics}
            defaultValue={value.metric}
            error={problemOf(state, 'metric')}
          />
        ) : (
          <>
            <input type="hidden" name="id" value={saved.id} />
            <input type="hidden" name="metric" value={saved.metric} />
          </>
        )}
        <Field
          name="value"
          label={labels.value}
          inputMode="decimal"
          defaultValue={value.value}
          required
          autoComplete="off"
          error={problemOf(state, 'value')}
          hint="A rate in percent, a count as it is"
        />
        <Field
          name="by"
          label={labels.by}
          type="date"
          min={earliest}
          defaultValue={value.by}
          required
          error={problemOf(state, 'by')}
          hint="The last day on which it counts"
        />
        <SubmitButton kind="primary" busy="Saving">
          {submit}
        </SubmitButton>
      </div>
    </form>
  );
}
