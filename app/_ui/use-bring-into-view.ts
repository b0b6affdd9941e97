'use client';

import { type RefObject, useEffect } from 'react';

/** Shows the answer to a press from its beginning, where it came up out of sight: below a form on a phone, above a long table. */
export function useBringIntoView(place: RefObject<HTMLElement | null>, answer: unknown): void {
  useEffect(() => {
    if (!place.current || !answer) return;
    const { top } = place.current.getBoundingClientRect();
    // Room for the bar on top, and for a few lines to be read without scrolling.
    const isSeen = top >= 48 && top < window.innerHeight * 0.6;
    if (!isSeen) place.current.scrollIntoView({ block: 'start' });
  }, [place, answer]);
}
