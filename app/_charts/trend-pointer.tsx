'use client';

import { type ComponentType, type KeyboardEvent, type MouseEvent, useEffect, useState } from 'react';
import type { ChartLayout } from '@/lib/views/charts/chart-layout';
import type { ChartSpec } from '@/lib/views/charts/chart-spec';
import type { TrendPointsProps } from './trend-points';

type Props = {
  spec: ChartSpec;
  layout: ChartLayout;
  pointed: number | null;
  /** The place it would start from. */
  at: number;
  /** What is told of that place. */
  words: string;
  point: (at: number | null) => void;
  /** Settles on a place: by a press, or by Enter. */
  pick: (at: number) => void;
};

/** Lies over the drawing: mouse, finger or keys choose a day, and its numbers are told. */
export function TrendPointer({ spec, layout, pointed, at, words, point, pick }: Props) {
  const [hand, setHand] = useState<MouseEvent<HTMLElement> | null>(null);
  const [reached, setReached] = useState(false);
  const Points = usePoints(reached);
  const last = spec.slots.length - 1;
  const leave = () => {
    setHand(null);
    point(null);
  };
  const find = (nearest: number, { type }: MouseEvent<HTMLElement>) => {
    point(nearest);
    if (type === 'click') pick(nearest);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && pointed !== null) return pick(at);
    const next = placeFor(event.key, { at, last, first: pointed === null });
    if (next === undefined) return;
    event.preventDefault();
    point(next);
  };
  return (
    <>
      {pointed !== null && <Rule layout={layout} at={at} />}
      {Points && <Points {...{ spec, layout, hand, find }} pointed={pointed === null ? null : at} />}
      <div
        className="pointer"
        role="slider"
        tabIndex={0}
        aria-label={spec.slots[0]?.week === null ? 'Numbers of a day' : 'Numbers of a week'}
        aria-orientation="horizontal"
        aria-valuemin={0}
        aria-valuemax={last}
        aria-valuenow={at}
        aria-valuetext={words}
        onFocus={() => setReached(true)}
        onPointerEnter={() => setReached(true)}
        onKeyDown={press}
        onPointerDown={setHand}
        onPointerMove={setHand}
        onClick={setHand}
        onPointerLeave={(event) => event.pointerType === 'mouse' && leave()}
        onBlur={leave}
      />
    </>
  );
}

/** chart.js comes when somebody reaches for a point: who only looks need not wait for it. Without it keys still point. */
function usePoints(reached: boolean): ComponentType<TrendPointsProps> | null {
  const [points, setPoints] = useState<{ readonly TrendPoints: ComponentType<TrendPointsProps> } | null>(null);
  useEffect(() => {
    if (!reached) return;
    let wanted = true;
    import('./trend-points').then(
      (fetched) => wanted && setPoints(fetched),
      () => wanted && setPoints(null),
    );
    return () => {
      wanted = false;
    };
  }, [reached]);
  return points?.TrendPoints ?? null;
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

/** Straight down through the place pointed at. */
const Rule = ({ layout: { width, height, plot, slots }, at }: { layout: ChartLayout; at: number }) => (
  <svg className="chart trend rule" viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
    <path className="cross" d={`M${slots[at] ?? plot.left} ${plot.top}V${plot.bottom}`} />
  </svg>
);
