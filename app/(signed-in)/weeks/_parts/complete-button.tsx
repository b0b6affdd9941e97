'use client';

import { Confirm } from '../../../_ui/confirm';
import { SubmitButton } from '../../../_ui/submit-button';

/** Inside the form that it completes, so that what was typed last is completed too. */
export function CompleteButton({ revision, busy }: { revision: number; busy: boolean }) {
  return (
    <Confirm
      label="Complete review"
      kind="primary"
      question={`Completing stores this page as it is now, with your name and the time, as revision ${revision}. Later numbers do not change it. Reopening starts revision ${revision + 1}; this one stays readable.`}
    >
      <div className="actions">
        <SubmitButton kind="primary" name="intent" value="complete" aria-disabled={busy || undefined}>
          {busy ? 'Completing' : 'Complete now'}
        </SubmitButton>
      </div>
    </Confirm>
  );
}
