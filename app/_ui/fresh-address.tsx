'use client';

import { useSearchParams } from 'next/navigation';
import { useEffect, useRef } from 'react';

/** Next shows a page's 404 until the path changes; where only the query does, the page has to be asked for again. */
export function FreshAddress() {
  const query = useSearchParams().toString();
  const first = useRef(query);
  useEffect(() => {
    if (query !== first.current) window.location.reload();
  }, [query]);
  return null;
}
