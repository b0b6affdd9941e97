'use client';

import { useEffect, useState } from 'react';

/** Opens what is hidden from the eye only, by its word or by a link to it from elsewhere on the page. What scrolls can be reached by keyboard, what is not seen cannot. */
export function DataTableToggle({ label, table }: { label: string; table: string }) {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const show = ({ target }: Event) => {
      if (target instanceof Element && target.closest('a[href="#table"]')) setOpen(true);
    };
    document.addEventListener('click', show);
    return () => document.removeEventListener('click', show);
  }, []);
  return (
    <div className="twin">
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>Show as table</summary>
      </details>
      <section
        className="twin-table"
        id="table"
        aria-label={label}
        tabIndex={open ? 0 : undefined}
        // biome-ignore lint/security/noDangerouslySetInnerHtml: `staticHtml` made it, and React escaped whatever was put in.
        dangerouslySetInnerHTML={{ __html: table }}
      />
    </div>
  );
}
