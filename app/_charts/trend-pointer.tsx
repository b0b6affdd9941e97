'use client';

import type { KeyboardEvent, MouseEvent, PointerEvent } from 'react';
import type { Picture } from '@/lib/views/charts/chart-layout';
import type { ChartSpec } from '@/lib/views/charts/chart-spec';
import { nearestSlot } from '@/lib/views/charts/trend-layout';
import { type Tip, tipSentence } from '@/lib/views/trends/tooltip';

type Props = {
  spec: ChartSpec;
  picture: Picture;
  pointed: number | null;
  /** The place it would start from. */
  at: number;
  tip: Tip;
  point: (at: number | null) => void;
  /** Settles on a place: by a press, or by Enter. */
  pick: (at: number) => void;
};

/** Lies over the canvas: mouse, finger or keys choose a day, and its numbers are told. */
export function Pointer({ spec, picture, pointed, at, tip, point, pick }: Props) {
  const last = spec.slots.length - 1;
  const placeOf = (event: MouseEvent<HTMLElement>) =>
    nearestSlot(spec, picture, event.clientX - event.currentTarget.getBoundingClientRect().left);
  const follow = (event: PointerEvent<HTMLElement>) => point(placeOf(event));
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && pointed !== null) return pick(at);
    const next = placeFor(event.key, { at, last, first: pointed === null });
    if (next === undefined) return;
    event.preventDefault();
    point(next);
  };
  return (
    <>
      {pointed !== null && <Cross picture={picture} at={pointed} />}
      <div
        className="pointer"
        role="slider"
        tabIndex={0}
        aria-label={spec.slots[0]?.week === null ? 'Numbers of a day' : 'Numbers of a week'}
        aria-orientation="horizontal"
        aria-valuemin={0}
        aria-valuemax={last}
        aria-valuenow={at}
        aria-valuetext={tipSentence(tip)}
        onKeyDown={press}
        onPointerDown={follow}
        onPointerMove={follow}
        onClick={(event) => pick(placeOf(event))}
        onPointerLeave={(event) => event.pointerType === 'mouse' && point(null)}
        onBlur={() => point(null)}
      />
    </>
  );
}

/** Where a key leads; null puts the pointer away, undefined is no key of ours. The first press shows where one is. */
function placeFor(key: string, { at, last, first }: { at: number; last: number; first: boolean }) {
  const step = (count: number) => (first ? at : Math.min(last, Math.max(0, at + count)));
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return step(-1);
    case 'ArrowRight':
    case 'ArrowUp':
      return step(1);
    case 'PageDown':
      return step(-7);
    case 'PageUp':
      return step(7);
    case 'Home':
      return 0;
    case 'End':
      return last;
    case 'Escape':
      return first ? undefined : null;
    default:
      return undefined;
  }
}

function Cross({ picture: { width, height, plot, lines, slots }, at }: { picture: Picture; at: number }) {
  const points = lines.flatMap(({ tone, spots, previous }) => [
    { key: `before ${tone}`, look: lines.length > 1 ? `prev s${tone}` : 'prev', radius: 3, spot: previous[at] ?? null },
    { key: `now ${tone}`, look: `s${tone}`, radius: 4.5, spot: spots[at] ?? null },
  ]);
  return (
    <svg className="chart cross-hair" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <path className="cross" d={`M${slots[at] ?? plot.left} ${plot.top}V${plot.bottom}`} />
      {points.map(
        ({ key, look, radius, spot }) =>
          spot && <circle className={`pt ${look}`} key={key} cx={spot.x / 10} cy={spot.y / 10} r={radius} />,
      )}
    </svg>
  );
}
