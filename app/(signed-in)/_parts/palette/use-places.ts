'use client';

import { useCallback, useEffect, useState } from 'react';
import { placesPath, signInPath } from '@/lib/views/paths';
import type { Place } from '@/lib/views/places/place';

/** Everywhere its reader may go, asked for once; `null` until it is there. */
export function usePlaces() {
  const [places, setPlaces] = useState<readonly Place[] | 'failed' | null>(null);
  const ask = useCallback(async () => {
    setPlaces(null);
    setPlaces(await placesNow());
  }, []);
  useEffect(() => void ask(), [ask]);
  return { places, ask };
}

async function placesNow(): Promise<readonly Place[] | 'failed'> {
  try {
    const answer = await fetch(placesPath());
    if (answer.redirected) location.assign(signInPath(location.pathname + location.search));
    return answer.ok && !answer.redirected ? await answer.json() : 'failed';
  } catch {
    return 'failed';
  }
}
