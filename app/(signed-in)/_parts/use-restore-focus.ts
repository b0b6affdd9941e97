'use client';

import { usePathname } from 'next/navigation';
import { useEffect, useRef } from 'react';

/** A pressed link that went with its page leaves the focus nowhere: Tab then goes on in the page it led to. */
export function useRestoreFocus(): void {
  const path = usePathname();
  const last = useRef(path);
  useEffect(() => {
    if (last.current === path) return;
    last.current = path;
    if (document.activeElement === document.body) document.getElementById('main')?.focus({ preventScroll: true });
  }, [path]);
}
