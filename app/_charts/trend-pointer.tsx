'use client';

import { type ComponentType, type KeyboardEvent, type MouseEvent, type PointerEvent, useEffect, useState } from 'react';
import type { ChartLayout } from '@/lib/views/charts/chart-layout';
import type { ChartSpec } from '@/lib/views/charts/chart-spec';
import type { Selection } from '@/lib/views/trends/pointed';
import { PointerMarks } from './pointer-marks';
import type { TrendPointsProps } from './trend-points';
import { useDrag } from './use-drag';

type Props = {
  spec: ChartSpec;
  layout: ChartLayout;
  pointed: number | null;
  /** The place it would start from. */
  at: number;
  /** What is told of that place. */
  words: string;
  pinned: number | null;
  selection: Selection | null;
  point: (at: number | null) => void;
  /** Settles on a place: by a press, or by Enter. */
  pick: (at: number | null) => void;
  select: (selection: Selection | null) => void;
  /** Gives up choosing, however it was begun. */
  drop: () => void;
  zoom: (selection: Selection) => void;
};

/** Lies over the drawing: mouse, finger or keys choose a day, and its numbers are told; or the days between two, to zoom to them. */
export function TrendPointer(props: Props) {
  const { spec, layout, pointed, at, words, pinned, selection, point, pick, select, drop, zoom } = props;
  const [hand, setHand] = useState<MouseEvent<HTMLElement> | null>(null);
  const [reached, setReached] = useState(false);
  const Points = usePoints(reached);
  const drag = useDrag({ placeAt: (event) => nearest(layout, event), select, zoom });
  const leave = () => {
    setHand(null);
    point(null);
  };
  const find = (place: number, { type }: MouseEvent<HTMLElement>) => {
    point(place);
    if (type === 'click' && !drag.ended()) pick(place);
  };
  const move = (event: PointerEvent<HTMLElement>) => {
    if (drag.move(event)) point(nearest(layout, event));
    else setHand(event);
  };
  return (
    <>
      <PointerMarks {...{ layout, selection, pinned }} pointed={pointed === null ? null : at} />
      {Points && <Points {...{ spec, layout, hand, find }} pointed={pointed === null ? null : at} />}
      <div
        className="pointer"
        role="slider"
        tabIndex={0}
        aria-label={spec.slots[0]?.week === null ? 'Numbers of a day' : 'Numbers of a week'}
        aria-description="Enter pins it; Shift with an arrow chooses days, then Enter zooms to them"
        aria-orientation="horizontal"
        aria-valuemin={0}
        aria-valuemax={layout.places.length - 1}
        aria-valuenow={at}
        aria-valuetext={words}
        onFocus={() => setReached(true)}
        onPointerEnter={() => setReached(true)}
        onKeyDown={(event) => press(event, props)}
        onPointerDown={(event) => {
          drag.down(event);
          setHand(event);
        }}
        onPointerMove={move}
        onPointerUp={drag.up}
        onPointerCancel={drag.cancel}
        onClick={setHand}
        onPointerLeave={(event) => event.pointerType === 'mouse' && leave()}
        onBlur={() => {
          leave();
          drop();
        }}
      />
    </>
  );
}

/** By its own measure: a drag may begin before chart.js has come. */
function nearest({ places, width }: ChartLayout, { clientX, currentTarget }: PointerEvent): number {
  const box = currentTarget.getBoundingClientRect();
  const x = ((clientX - box.left) / box.width) * width;
  return places.reduce((best, place, at) => (Math.abs(place - x) < Math.abs((places[best] ?? 0) - x) ? at : best), 0);
}

function press(event: KeyboardEvent, { layout, pointed, at, selection, ...does }: Props): void {
  const { key } = event;
  if (key === 'Enter' && selection) does.zoom(selection);
  else if (key === 'Enter' && pointed !== null) does.pick(at);
  else if (key === 'Escape' && selection) does.drop();
  else if (key === 'Escape' && pointed === null) does.pick(null);
  else moveTo(event, { layout, pointed, at, selection, ...does });
}

type Moved = Pick<Props, 'layout' | 'pointed' | 'at' | 'selection' | 'select' | 'point'>;

function moveTo(event: KeyboardEvent, { layout, pointed, at, selection, select, point }: Moved): void {
  const { key, shiftKey } = event;
  const next = placeFor(key, { at, last: layout.places.length - 1, first: pointed === null && !shiftKey });
  if (next === undefined) return;
  event.preventDefault();
  if (next !== null && shiftKey) select({ anchor: selection?.anchor ?? at, to: next });
  else if (!shiftKey) select(null);
  point(next);
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
