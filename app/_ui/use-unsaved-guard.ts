'use client';

import { useEffect } from 'react';

/** For what its fields do not show by themselves (see `useUnsavedForms`): the browser asks before the page is left, and so do our own links. */
export function useUnsavedGuard(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved) return;
    const object = (event: Event) => event.preventDefault();
    window.addEventListener('beforeunload', object);
    return () => window.removeEventListener('beforeunload', object);
  }, [isUnsaved]);
}
