'use client';

import { useActionState } from 'react';
import { SubmitButton } from '../../_ui/submit-button';
import type { RefreshState } from './refresh-now';

type Props = { action: (state: RefreshState, form: FormData) => Promise<RefreshState>; children: string };

/** Refresh now, where it is the next thing to do; the top bar follows the run. */
export function RefreshButton({ action, children }: Props) {
  const [state, submit] = useActionState(action, { runId: null, refusal: null });
  return (
    <form action={submit}>
      <SubmitButton kind="primary">{children}</SubmitButton>
      <p role="status">{state.refusal}</p>
    </form>
  );
}
