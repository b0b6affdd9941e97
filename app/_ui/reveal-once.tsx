'use client';

import { useId, useState } from 'react';
import { Button } from './button';
import './reveal-once.css';

/** Something shown once and never again: a new token, a one-time link. */
export function RevealOnce({ label, value, hint }: { label: string; value: string; hint: string }) {
  const id = useId();
  const [copied, setCopied] = useState(false);
  return (
    <div className="secret">
      <label className="strong" htmlFor={id}>
        {label}
      </label>
      <div className="row">
        <input
          className="input mono"
          id={id}
          readOnly
          value={value}
          aria-describedby={`${id}-hint`}
          onFocus={(event) => event.target.select()}
        />
        <Button
          className="needs-script"
          onClick={async () => {
            await navigator.clipboard.writeText(value);
            setCopied(true);
          }}
        >
          Copy
        </Button>
      </div>
      <p className="hint" id={`${id}-hint`}>
        {hint}
      </p>
      <p className="small" role="status">
        {copied && 'Copied.'}
      </p>
    </div>
  );
}
