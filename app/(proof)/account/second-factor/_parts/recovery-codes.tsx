'use client';

import { overviewPath } from '@/lib/views/paths';
import { ButtonLink } from '../../../../_ui/button';
import { PrintButton } from '../../../../(signed-in)/_parts/print-button';

/** Shown once. Taken along as a file, on paper, or by hand. */
export const RecoveryCodes = ({ codes }: { codes: readonly string[] }) => (
  <>
    <p className="text">
      <b>Keep these recovery codes.</b> Each signs you in once when the phone is not at hand. They are never shown
      again.
    </p>
    <ol className="codes mono" aria-label="Recovery codes">
      {codes.map((code) => (
        <li key={code}>{code}</li>
      ))}
    </ol>
    <div className="actions">
      <a
        className="btn"
        download="recovery-codes.txt"
        href={`data:text/plain;charset=utf-8,${encodeURIComponent(`${codes.join('\n')}\n`)}`}
      >
        Save as a file
      </a>
      <PrintButton />
      <ButtonLink kind="primary" href={overviewPath()}>
        I have kept them
      </ButtonLink>
    </div>
  </>
);
