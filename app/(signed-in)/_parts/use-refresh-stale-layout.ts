'use client';

import { usePathname, useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';

const goodForMs = 60_000;

/**
 * Next keeps what stands around pages as it was when the first of them was loaded: a tab left open would call yesterday
 * today. `made` is something of the frame that is new whenever the server made it anew.
 */
export function useRefreshStaleLayout(made: object): void {
  const router = useRouter();
  const path = usePathname();
  const last = useRef({ made, path, at: 0 });
  useEffect(() => {
    const { current } = last;
    if (current.at === 0 || current.made !== made) last.current = { made, path, at: Date.now() };
    else if (current.path !== path) {
      last.current = { ...current, path };
      if (Date.now() - current.at >= goodForMs) router.refresh();
    }
  }, [made, path, router]);
}
