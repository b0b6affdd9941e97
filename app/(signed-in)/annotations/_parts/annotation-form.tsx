'use client';

import { useActionState } from 'react';
import { type AnnotationKind, annotationKinds } from '@/lib/domain/annotation';
import { annotationKindWords } from '@/lib/views/annotation-words';
import { Field, SelectField } from '../../../_ui/field';
import { FormErrors } from '../../../_ui/form-errors';
import { type FormState, problemOf, untouched } from '../../../_ui/form-state';
import { Note } from '../../../_ui/note';
import { SubmitButton } from '../../../_ui/submit-button';

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
  const value = { ...saved, ...state.values };
  return (
    <form className="body" action={act} noValidate>
      <FormErrors problems={state.problems} labels={labels} />
      {state.done && (
        <Note tone="ok" box role="status">
          {state.done}
        </Note>
      )}
      {saved.id !== undefined && <input type="hidden" name="id" value={saved.id} />}
      <div className="form-row annotation">
        <Field
          name="title"
          label={labels.title}
          defaultValue={value.title}
          required
          autoComplete="off"
          error={problemOf(state, 'title')}
          hint={`One line, at most ${longestTitle} characters`}
        />
        <SelectField
          key={value.kind}
          name="kind"
          label={labels.kind}
          options={kinds}
          defaultValue={value.kind}
          error={problemOf(state, 'kind')}
        />
        <Field
          name="from"
          label={labels.from}
          type="date"
          defaultValue={value.from}
          required
          error={problemOf(state, 'from')}
        />
        <Field
          name="to"
          label={labels.to}
          type="date"
          defaultValue={value.to}
          error={problemOf(state, 'to')}
          hint="Empty for a single day"
        />
        <SubmitButton kind="primary" busy="Saving">
          {submit}
        </SubmitButton>
      </div>
    </form>
  );
}
