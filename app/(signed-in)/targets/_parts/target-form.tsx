'use client';

import { useActionState } from 'react';
import { classNames } from '@/app/_ui/class-names';
import type { Day } from '@/lib/domain/day';
import { Field, SelectField } from '../../../_ui/field';
import { FormOutcome } from '../../../_ui/form-outcome';
import { type FormState, fieldsOf, untouched } from '../../../_ui/form-state';
import { SubmitButton } from '../../../_ui/submit-button';
import '../../_parts/form-row.css';

type Props = {
  /** What can be chosen, with today's value; a target that is changed keeps its metric. */
  metrics: readonly { value: string; label: string }[];
  saved: { id?: string; metric: string; value: string; by: string };
  earliest: Day;
  submit: string;
  send: (state: FormState, form: FormData) => Promise<FormState>;
};

const labels = { metric: 'Metric', value: 'Value', by: 'By' };

export function TargetForm({ metrics, saved, earliest, submit, send }: Props) {
  const [state, act] = useActionState(send, untouched);
  const field = fieldsOf({ labels, state, saved });
  return (
    <form className="body target-form" action={act} noValidate>
      <FormOutcome state={state} labels={labels} />
      <div className={classNames('form-row', saved.id !== undefined && 'few')}>
        {saved.id === undefined ? (
          <SelectField {...field('metric')} options={metrics} />
        ) : (
          <>
            <input type="hidden" name="id" value={saved.id} />
            <input type="hidden" name="metric" value={saved.metric} />
          </>
        )}
        <Field
          {...field('value')}
          inputMode="decimal"
          required
          autoComplete="off"
          hint="A rate in percent, a count as it is"
        />
        <Field {...field('by')} type="date" min={earliest} required hint="The last day on which it counts" />
        <SubmitButton kind="primary" busy="Saving">
          {submit}
        </SubmitButton>
      </div>
    </form>
  );
}
