'use client';

import { usePathname } from 'next/navigation';
import { type ReactNode, useEffect, useRef } from 'react';

type Props = {
  className: string;
  summary: ReactNode;
  label?: string;
  summaryClass?: string;
  /** A link inside leaves it open: there is more to choose. */
  staysOpen?: boolean;
  children: ReactNode;
};

/** A disclosure that closes when the reader goes elsewhere, be it a press beside it. Opens without script too. */
export function Menu({ className, summary, label, summaryClass, staysOpen, children }: Props) {
  const menu = useRef<HTMLDetailsElement>(null);
  const path = usePathname();
  const close = () => menu.current?.removeAttribute('open');
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of page is the reason to close.
  useEffect(close, [path]);
  useEffect(() => {
    // What cannot take the focus takes none away either.
    const beside = ({ target }: PointerEvent) => {
      if (target instanceof Node && !menu.current?.contains(target)) menu.current?.removeAttribute('open');
    };
    document.addEventListener('pointerdown', beside);
    return () => document.removeEventListener('pointerdown', beside);
  }, []);
  return (
    <details
      className={className}
      ref={menu}
      onBlur={(event) => {
        if (event.relatedTarget !== null && !event.currentTarget.contains(event.relatedTarget)) close();
      }}
      onClick={(event) => {
        // A link within the same page changes no path.
        if (!staysOpen && event.target instanceof Element && event.target.closest('a')) close();
      }}
      onSubmit={close}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        close();
        event.currentTarget.querySelector('summary')?.focus();
      }}
    >
      <summary className={summaryClass} aria-label={label}>
        {summary}
      </summary>
      {children}
    </details>
  );
}
