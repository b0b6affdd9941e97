'use client';

import { useState } from 'react';
import { Button } from '../../_ui/button';

/** Copies an address that shows the same days tomorrow. Where the browser keeps its clipboard closed, the address is shown instead. */
export function CopyLink({ path }: { path: string }) {
  const [copied, setCopied] = useState<string | null>(null);
  const [shown, setShown] = useState<string | null>(null);
  const copy = async () => {
    const address = new URL(path, window.location.href).href;
    const done = await navigator.clipboard?.writeText(address).then(
      () => true,
      () => false,
    );
    setCopied(done ? path : null);
    setShown(done ? null : address);
  };
  return (
    <>
      <Button className="needs-script" icon={copied === path ? 'check' : 'link'} onClick={copy}>
        {copied === path ? 'Link copied' : 'Copy link'}
      </Button>
      <span className="sr" role="status">
        {copied === path && 'Link copied.'}
      </span>
      {shown !== null && (
        <input
          className="input copy-by-hand"
          aria-label="Link to copy"
          readOnly
          value={shown}
          ref={(input) => input?.select()}
        />
      )}
    </>
  );
}
