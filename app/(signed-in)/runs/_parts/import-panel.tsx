'use client';

import { useActionState, useEffect, useRef, useState } from 'react';
import { importTemplatePath } from '@/lib/views/paths';
import { Check, Field } from '../../../_ui/field';
import { FormErrors } from '../../../_ui/form-errors';
import { problemOf } from '../../../_ui/form-state';
import { Note } from '../../../_ui/note';
import { Panel, PanelBody } from '../../../_ui/panel';
import { SubmitButton } from '../../../_ui/submit-button';
import { ImportLook } from './import-look';
import { type ImportState, notChecked } from './import-state';
import './import.css';

type Props = { importFile: (state: ImportState, form: FormData) => Promise<ImportState> };

// What next.config.mjs lets a form send, less its other fields.
const largestBytes = 8_000_000;

/** Old numbers in three steps: choose, see what would happen, do it. */
export function ImportPanel({ importFile }: Props) {
  const [state, submit] = useActionState(importFile, notChecked);
  const file = useKeptFile(state);
  // A look is of one file and one choice; with another of either there is none yet.
  const [outdated, setOutdated] = useState<ImportState | null>(null);
  const look = outdated === state ? null : state.look;
  return (
    <Panel id="import" title="Import old numbers">
      <PanelBody className="text">
        <p className="muted">
          CSV or JSON, one row a day: the day, and one count or more; what a file does not say stays unknown. You see
          first what would be added. A captured day is never overwritten; imported days stay marked as imported.
        </p>
        <form className="import" action={submit} onChange={() => setOutdated(state)}>
          {look && <input type="hidden" name="looked" value={look.mark} />}
          <FormErrors problems={state.problems} labels={{ file: 'File' }} title="Not imported." />
          {state.done && (
            <Note tone="ok" box role="status">
              {state.done}
            </Note>
          )}
          <Field
            {...file}
            name="file"
            label="File"
            type="file"
            accept=".csv,.tsv,.txt,.json,text/csv,text/tab-separated-values,text/plain,application/json"
            required
            error={problemOf(state, 'file')}
            hint={
              <a href={importTemplatePath()} download>
                Template (CSV) with example rows
              </a>
            }
          />
          <Check label="Replace days imported before" name="replace" defaultChecked={state.values.replace === 'on'} />
          <Faults cause={state.cause} faults={state.faults} />
          {look && <ImportLook look={look} />}
          <div className="actions">
            <SubmitButton name="do" value="check" icon="upload" busy="Reading">
              Check the file
            </SubmitButton>
            {look && (
              <SubmitButton kind="primary" name="do" value="import">
                Import
              </SubmitButton>
            )}
          </div>
        </form>
      </PanelBody>
    </Panel>
  );
}

const fewFaults = 3;

/** Why first, then where. */
function Faults({ cause, faults }: Pick<ImportState, 'cause' | 'faults'>) {
  if (cause === null) return null;
  return (
    <Note tone="bad" box role="alert">
      <p>
        <b>Nothing was imported.</b> {cause}
      </p>
      {faults.length > 0 && (
        <details open={faults.length <= fewFaults}>
          <summary>Line by line</summary>
          <ul>
            {faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </details>
      )}
    </Note>
  );
}

/** A form forgets its file once it is sent; the second step needs the same one. Without script it is chosen again. */
function useKeptFile(state: ImportState) {
  const input = useRef<HTMLInputElement>(null);
  const kept = useRef<File | null>(null);
  useEffect(() => {
    if (!input.current || state.done) kept.current = null;
    if (!input.current || !kept.current || input.current.files?.length !== 0) return;
    const files = new DataTransfer();
    files.items.add(kept.current);
    input.current.files = files.files;
  }, [state]);
  return {
    ref: input,
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => {
      kept.current = event.target.files?.[0] ?? null;
      const tooLarge = (kept.current?.size ?? 0) > largestBytes;
      event.target.setCustomValidity(tooLarge ? 'This file is larger than 8 MB. Split it by years.' : '');
    },
  };
}
