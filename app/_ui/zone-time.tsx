'use client';

import { useEffect, useRef, useState } from 'react';
import { dayIn, timeIn } from '@/lib/domain/day';
import { weekdayDay } from '@/lib/views/words/numbers';

/** The server's answer: what a clock there shows, in milliseconds as if it were UTC; null when it does not say. */
export type AskZoneTime = (zone: string) => Promise<number | null>;

const everyMs = 5_000;

/** What time it is in `zone`. The server says it, because a browser may know other rules; from then on it goes on by itself. */
export function ZoneTime({ zone, first, ask }: { zone: string; first: number; ask: AskZoneTime }) {
  const [wallMs, setWallMs] = useState<number | null>(first);
  const shown = useRef(zone);
  useEffect(() => {
    let base: number | null = shown.current === zone ? first : null;
    let since = performance.now();
    let left = false;
    const show = () => setWallMs(base === null ? null : base + performance.now() - since);
    if (shown.current !== zone) {
      show();
      void ask(zone).then((answer) => {
        if (left) return;
        [base, since] = [answer, performance.now()];
        show();
      }, show);
    }
    const timer = setInterval(show, everyMs);
    return () => {
      left = true;
      clearInterval(timer);
    };
  }, [zone, first, ask]);
  if (wallMs === null) return null;
  const at = new Date(wallMs);
  const day = dayIn(at, 'UTC');
  return (
    <span>
      It is {weekdayDay(day, day)}, {timeIn(at, 'UTC')} there now.
    </span>
  );
}
