import { type PointerEvent, useEffect, useEffectEvent, useRef } from 'react';
import type { Selection } from '@/lib/views/trends/pointed';

/** Closer to where it was pressed, a hand only trembles. */
const leastPixels = 5;

type Options = {
  /** The nearest place to an event. */
  placeAt: (event: PointerEvent) => number;
  select: (selection: Selection | null) => void;
  zoom: (selection: Selection) => void;
};

/** Dragging a mouse or a pen over the drawing: from press to release, or to Escape. A finger scrolls and points instead. */
export function useDrag({ placeAt, select, zoom }: Options) {
  const drag = useRef<(Selection & { x: number; begun: boolean }) | null>(null);
  const dragged = useRef(false);
  const cancel = () => {
    if (drag.current?.begun) select(null);
    drag.current = null;
  };
  const giveUp = useEffectEvent((event: KeyboardEvent) => event.key === 'Escape' && cancel());
  useEffect(() => {
    const press = (event: KeyboardEvent) => giveUp(event);
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
  return {
    /** Whether a click is the end of a drag, and no choice of a place. */
    ended: () => dragged.current,
    cancel,
    down(event: PointerEvent) {
      dragged.current = false;
      if (event.pointerType === 'touch' || event.button !== 0) return;
      const at = placeAt(event);
      drag.current = { anchor: at, to: at, x: event.clientX, begun: false };
    },
    /** Whether the event was part of a drag. */
    move(event: PointerEvent): boolean {
      const held = drag.current;
      if (!held || (!held.begun && Math.abs(event.clientX - held.x) < leastPixels)) return false;
      if (!held.begun) event.currentTarget.setPointerCapture(event.pointerId);
      drag.current = { ...held, to: placeAt(event), begun: true };
      dragged.current = true;
      select(drag.current);
      return true;
    },
    up() {
      const held = drag.current;
      drag.current = null;
      if (!held?.begun) return;
      select(null);
      zoom(held);
    },
  };
}
