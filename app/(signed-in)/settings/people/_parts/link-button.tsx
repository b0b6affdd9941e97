'use client';

import { useActionState } from 'react';
import { untouched } from '../../../../_ui/form-state';
import { PressRefused } from '../../../../_ui/press-refused';
import { RevealOnce } from '../../../../_ui/reveal-once';
import { SubmitButton } from '../../../../_ui/submit-button';
import type { LinkState } from '../actions';
import { linkHint } from './link-hint';
import '@/app/_ui/action-button.css';

type Props = {
  person: string;
  name: string;
  make: (state: LinkState, form: FormData) => Promise<LinkState>;
  children: string;
};

/** Makes a one-time link and shows it in its place, once. */
export function LinkButton({ person, name, make, children }: Props) {
  const [state, submit] = useActionState(make, { ...untouched, link: null });
  return (
    <form className="press" action={submit}>
      <input type="hidden" name="person" value={person} />
      <SubmitButton busy="Making" aria-label={`${children} for ${name}`}>
        {children}
      </SubmitButton>
      {state.link && <RevealOnce label={state.done ?? ''} value={state.link.url} hint={linkHint(state.link.until)} />}
      <PressRefused problems={state.problems} />
    </form>
  );
}
