'use client';

import { useActionState } from 'react';
import { Confirm } from '../../../../_ui/confirm';
import { PressRefused } from '../../../../_ui/press-refused';
import { SubmitButton } from '../../../../_ui/submit-button';
import { type CodesState, noCodes } from '../states';
import { RecoveryCodes } from './recovery-codes';

type Props = { left: number; renew: (state: CodesState, form: FormData) => Promise<CodesState> };

export function RecoverySection({ left, renew }: Props) {
  const [state, submit] = useActionState(renew, noCodes);
  return (
    <section className="factor" aria-labelledby="h-recovery">
      <h2 id="h-recovery">Recovery codes</h2>
      {state.recoveryCodes ? (
        <RecoveryCodes codes={state.recoveryCodes} />
      ) : (
        <>
          <p className="text">
            {left === 0 ? 'None left: make new ones while you can.' : `${left} left, each good for one sign-in.`}
          </p>
          <div className="actions">
            <Confirm label="Make new ones" question="Make ten new codes? The ones you have stop working at once.">
              <form action={submit}>
                <SubmitButton busy="Making">Make ten new codes</SubmitButton>
                <PressRefused problems={state.problems} />
              </form>
            </Confirm>
          </div>
        </>
      )}
    </section>
  );
}
