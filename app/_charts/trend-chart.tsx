'use client';

import { type ComponentType, useEffect, useMemo, useRef, useState } from 'react';
import { annotateHref } from '@/lib/views/annotate-href';
import type { Picture } from '@/lib/views/charts/chart-layout';
import type { ChartSpec } from '@/lib/views/charts/chart-spec';
import { pictureOf } from '@/lib/views/charts/trend-layout';
import { tipOf } from '@/lib/views/trends/tooltip';
import { spanWords } from '@/lib/views/words';
import { Pointer } from './trend-pointer';
import { TrendTip } from './trend-tooltip';

const heightFor = (width: number): number => (width < 560 ? 300 : 360);

type Canvas = ComponentType<{ spec: ChartSpec; picture: Picture }>;

type Props = {
  /** A ChartSpec as JSON: React would otherwise take thousands of values apart and put them together again, one by one. */
  specText: string;
  /** What the server drew, as markup. */
  drawn: string;
  /** Whether the reader may write beside a day. */
  mayAnnotate: boolean;
};

/** A trend: drawn by the server, then, when everything else is there, on a canvas as wide as the page, where one can point. */
export function TrendChart({ specText, drawn, mayAnnotate }: Props) {
  const spec = useMemo<ChartSpec>(() => JSON.parse(specText), [specText]);
  const stage = useRef<HTMLDivElement>(null);
  const width = useWidth(stage);
  const Canvas = useCanvas();
  const [pointed, setPointed] = useState<number | null>(null);
  const [picked, setPicked] = useState<{ readonly spec: ChartSpec; readonly at: number } | null>(null);
  const picture = useMemo(
    () => (width === null ? null : pictureOf(spec, { width, height: heightFor(width) })),
    [spec, width],
  );
  const live = Canvas !== null && picture !== null;
  const newest = spec.lines[0]?.taken.findLastIndex((day) => day !== null) ?? -1;
  const at = Math.min(pointed ?? (newest < 0 ? spec.slots.length - 1 : newest), spec.slots.length - 1);
  const tip = tipOf(spec, at);
  const pickedSlot = picked?.spec === spec ? spec.slots[picked.at] : undefined;
  return (
    <figure className="plot">
      <div className={live ? 'stage live' : 'stage'} ref={stage}>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: Markup escapes whatever is put into it. */}
        <div className="drawn" dangerouslySetInnerHTML={{ __html: drawn }} />
        {live && (
          <div className="canvas">
            <Canvas {...{ spec, picture }} />
            <Pointer
              {...{ spec, picture, pointed, at, tip, point: setPointed }}
              pick={(place) => setPicked({ spec, at: place })}
            />
          </div>
        )}
      </div>
      <div
        className={pointed === null ? 'tip resting' : 'tip'}
        style={picture ? placeOf(picture, at, tip.rows.length) : undefined}
        aria-hidden="true"
      >
        <TrendTip tip={tip} lines={spec.lines} />
      </div>
      {mayAnnotate && pickedSlot && (
        <figcaption className="picked" role="status">
          <a href={annotateHref(pickedSlot)}>Annotate {spanWords(pickedSlot.from, pickedSlot.to)}</a>
        </figcaption>
      )}
    </figure>
  );
}

/** Left of the place pointed at and above the lines there; right of it where the left is too small. */
function placeOf({ width, lines, plot, slots }: Picture, at: number, rows: number) {
  const spots = lines.flatMap(({ spots: own, previous }) => own[at] ?? previous[at] ?? []);
  const x = slots[at] ?? plot.left;
  const middle = (plot.top + plot.bottom) / 2;
  const highest = spots.length === 0 ? middle : Math.min(...spots.map((spot) => spot.y / 10));
  const top = Math.max(plot.top, highest - 44 - rows * 18);
  const sideways = x > 260 ? { right: width - x + 12 + 16 } : { left: x + 12 + 16 };
  return { ...sideways, top: top + 12 };
}

function useWidth(box: { readonly current: HTMLElement | null }): number | null {
  const [width, setWidth] = useState<number | null>(null);
  useEffect(() => {
    if (!box.current) return;
    const watch = new ResizeObserver(([entry]) => {
      if (entry && entry.contentRect.width > 0) setWidth(Math.floor(entry.contentRect.width));
    });
    watch.observe(box.current);
    return () => watch.disconnect();
  }, [box]);
  return width;
}

/** chart.js comes after the first paint. Where it cannot be fetched the server's picture simply stays. */
function useCanvas(): Canvas | null {
  const [canvas, setCanvas] = useState<{ readonly Chart: Canvas } | null>(null);
  useEffect(() => {
    let wanted = true;
    const fetchIt = () =>
      import('./chart').then(
        ({ Chart }) => wanted && setCanvas({ Chart }),
        () => wanted && setCanvas(null),
      );
    // A frame's callback runs before the frame is painted, what it puts off runs behind.
    const frame = requestAnimationFrame(() => setTimeout(() => wanted && void fetchIt(), 0));
    return () => {
      wanted = false;
      cancelAnimationFrame(frame);
    };
  }, []);
  return canvas?.Chart ?? null;
}
