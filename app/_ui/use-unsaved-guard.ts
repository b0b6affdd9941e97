'use client';

import { useEffect } from 'react';

/** While something is not saved the browser asks before its page is left; our own links ask it, too. */
export function useUnsavedGuard(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved) return;
    const object = (event: Event) => event.preventDefault();
    window.addEventListener('beforeunload', object);
    return () => window.removeEventListener('beforeunload', object);
  }, [isUnsaved]);
}
