'use client';

import { useActionState } from 'react';
import { type AnnotationKind, annotationKinds } from '@/lib/domain/annotation';
import { annotationKindWords } from '@/lib/views/words/annotations';
import { Field, SelectField } from '../../../_ui/field';
import { FormOutcome } from '../../../_ui/form-outcome';
import { type FormState, fieldsOf, untouched } from '../../../_ui/form-state';
import { SubmitButton } from '../../../_ui/submit-button';
import '../../_parts/form-row.css';

type Props = {
  saved: { id?: string; title: string; kind: AnnotationKind; from: string; to: string };
  submit: string;
  longestTitle: number;
  send: (state: FormState, form: FormData) => Promise<FormState>;
};

const labels = { title: 'What happened', kind: 'Kind', from: 'Day', to: 'Last day' };
const kinds = annotationKinds.map((value) => ({ value, label: annotationKindWords[value] }));

export function AnnotationForm({ saved, submit, longestTitle, send }: Props) {
  const [state, act] = useActionState(send, untouched);
  const field = fieldsOf({ labels, state, saved });
  return (
    <form className="body" action={act} noValidate>
      <FormOutcome state={state} labels={labels} />
      {saved.id !== undefined && <input type="hidden" name="id" value={saved.id} />}
      <div className="form-row annotation">
        <Field {...field('title')} required autoComplete="off" hint={`One line, at most ${longestTitle} characters`} />
        <SelectField {...field('kind')} options={kinds} />
        <Field {...field('from')} type="date" required />
        <Field {...field('to')} type="date" hint="Empty for a single day" />
        <SubmitButton kind="primary" busy="Saving">
          {submit}
        </SubmitButton>
      </div>
    </form>
  );
}
