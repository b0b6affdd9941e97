'use client';

import { useActionState } from 'react';
import type { ButtonLook } from './button';
import { type FormState, untouched } from './form-state';
import { PressRefused } from './press-refused';
import { SubmitButton } from './submit-button';
import './action-button.css';

type Props = Pick<ButtonLook, 'kind'> & {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  /** Sent along, unseen. */
  fields: Readonly<Record<string, string>>;
  busy?: string;
  /** For assistive technology, where the visible words need their row to be understood. */
  label?: string;
  children: string;
};

/** One button that does one thing, and says beside it when that was refused. */
export function ActionButton({ action, fields, kind, busy, label, children }: Props) {
  const [state, submit] = useActionState(action, untouched);
  return (
    <form className="press" action={submit}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton kind={kind} busy={busy} aria-label={label}>
        {children}
      </SubmitButton>
      <PressRefused problems={state.problems} />
    </form>
  );
}
