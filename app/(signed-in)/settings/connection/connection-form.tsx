'use client';

import { useActionState, useState } from 'react';
import { Check, Field } from '../../../_ui/field';
import { FormOutcome } from '../../../_ui/form-outcome';
import { fieldsOf, problemOf } from '../../../_ui/form-state';
import { Panel } from '../../../_ui/panel';
import { SubmitButton } from '../../../_ui/submit-button';
import { useUnsavedGuard } from '../../../_ui/use-unsaved-guard';
import type { ConnectionState } from './actions';
import { TestPanel } from './test-panel';

type Props = {
  saved: { baseUrl: string; tokenExpiresOn: string; keptLast4: string | null; neverExpires: boolean };
  /** Where the saved connection comes from, in a few words. */
  origin: string;
  tokenHint: string;
  submit: (state: ConnectionState, form: FormData) => Promise<ConnectionState>;
};

const labels = { baseUrl: 'Base URL', token: 'API token', tokenExpiresOn: 'Token expires on' };
const start: ConnectionState = { problems: [], values: {}, done: null, test: null };

export function ConnectionForm({ saved, origin, tokenHint, submit }: Props) {
  const [state, act] = useActionState(submit, start);
  // Kept here and never sent back by the server: a test must not make its reader paste the token again.
  const [token, setToken] = useState('');
  const [changed, setChanged] = useState(false);
  const [answered, setAnswered] = useState(state);
  if (answered !== state) {
    setAnswered(state);
    if (state.done) setToken('');
  }
  // A tested connection is not a saved one, although its form shows it as the answer gave it back.
  const { baseUrl = saved.baseUrl, tokenExpiresOn = saved.tokenExpiresOn } = state.values;
  useUnsavedGuard(token !== '' || baseUrl !== saved.baseUrl || tokenExpiresOn !== saved.tokenExpiresOn);
  const field = fieldsOf({ labels, state, saved });
  // A box that is not ticked sends nothing, so only an untouched form may speak for the saved choice.
  const never = 'do' in state.values ? state.values.never === 'on' : saved.neverExpires;
  return (
    <>
      <Panel id="connection" title="Enpass connection" sub={origin}>
        <form
          className="body"
          action={act}
          onSubmit={() => setChanged(false)}
          onInput={() => setChanged(true)}
          noValidate
        >
          <FormOutcome state={state} labels={labels} title={state.values.do === 'test' ? 'Not tested.' : undefined} />
          <Field
            {...field('baseUrl')}
            type="url"
            mono
            required
            placeholder="https://"
            hint="In the Enpass Admin Console under Settings, API Access. It may carry a path."
          />
          <Field
            name="token"
            label={saved.keptLast4 === null ? labels.token : 'New API token'}
            type="password"
            mono
            autoComplete="off"
            value={token}
            onChange={(event) => setToken(event.target.value)}
            placeholder={saved.keptLast4 === null ? undefined : `keeps …${saved.keptLast4}`}
            error={problemOf(state, 'token')}
            hint={tokenHint}
          />
          <Field
            {...field('tokenExpiresOn')}
            type="date"
            hint="The console shows it with the token. You are warned 30 days before."
            beside={<Check label="Never" name="never" defaultChecked={never} />}
          />
          <div className="actions">
            <SubmitButton kind="primary" name="do" value="save">
              Save
            </SubmitButton>
            <SubmitButton name="do" value="test">
              Test connection
            </SubmitButton>
          </div>
        </form>
      </Panel>
      {state.test && <TestPanel test={state.test} changed={changed} />}
    </>
  );
}
