'use client';

import { FormErrors } from './form-errors';
import type { FormState } from './form-state';
import { Note } from './note';

type Props = { state: FormState; labels: Readonly<Record<string, string>>; title?: string | undefined };

/** What came of a form, above its fields: what to change, or what was done. */
export const FormOutcome = ({ state, labels, title }: Props) => (
  <>
    <FormErrors problems={state.problems} labels={labels} title={title} />
    {state.done && (
      <Note tone="ok" box role="status">
        {state.done}
      </Note>
    )}
  </>
);
