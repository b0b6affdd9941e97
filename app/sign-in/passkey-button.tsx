'use client';

import { answerByPasskey } from '../_passkeys/browser';
import { type Asked, usePasskey } from '../_passkeys/use-passkey';
import { Button } from '../_ui/button';
import type { FormState } from '../_ui/form-state';
import { PressRefused } from '../_ui/press-refused';

type Props<O> = {
  /** Where to go on afterwards. */
  to: string;
  label: string;
  ask: (form: FormData) => Promise<Asked<O>>;
  finish: (form: FormData) => Promise<FormState>;
};

/** Needs a script, and is not there without one. */
export function PasskeyButton({ to, label, ask, finish }: Props<Parameters<typeof answerByPasskey>[0]>) {
  const { press, busy, problems } = usePasskey({ ask, browse: answerByPasskey, finish });
  return (
    <div className="needs-script press">
      <Button
        className="full"
        aria-disabled={busy || undefined}
        onClick={() => {
          if (busy) return;
          const form = new FormData();
          form.set('to', to);
          press(form);
        }}
      >
        {busy ? 'Waiting for your passkey' : label}
      </Button>
      <PressRefused problems={problems} />
    </div>
  );
}
