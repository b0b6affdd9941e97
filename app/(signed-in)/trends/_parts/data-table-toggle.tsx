'use client';

import { useState } from 'react';

/** Opens what is hidden from the eye only. What scrolls can be reached by keyboard, what is not seen cannot. */
export function DataTableToggle({ label, table }: { label: string; table: string }) {
  const [open, setOpen] = useState(false);
  return (
    <div className="twin">
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>Show as table</summary>
      </details>
      <section
        className="twin-table"
        aria-label={label}
        tabIndex={open ? 0 : undefined}
        // biome-ignore lint/security/noDangerouslySetInnerHtml: `staticHtml` made it, and React escaped whatever was put in.
        dangerouslySetInnerHTML={{ __html: table }}
      />
    </div>
  );
}
