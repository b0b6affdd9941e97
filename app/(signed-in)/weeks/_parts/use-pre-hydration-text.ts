'use client';

import { useState, useSyncExternalStore } from 'react';

/**
 * What somebody had written into the server's field before the script arrived: React puts the server's text back as it takes the
 * field over, so it has to be read before. Null for a field that the script itself made.
 */
export function usePreHydrationText(id: string): string | null {
  const takesOver = useSyncExternalStore(
    never,
    () => false,
    () => true,
  );
  const [early] = useState(() => (takesOver ? textIn(id) : null));
  return early;
}

const never = () => () => {};

// React may begin to take the page over more than once, and only the first time finds what was written.
const found = new WeakMap<Element, string>();

function textIn(id: string): string | null {
  if (typeof document === 'undefined') return null;
  const field = document.getElementById(id);
  if (!(field instanceof HTMLTextAreaElement)) return null;
  const text = found.get(field) ?? field.value;
  found.set(field, text);
  return text;
}
