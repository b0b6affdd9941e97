'use client';

import { useEffect, useMemo, useRef, useState } from 'react';
import type { ChartLayout } from '@/lib/views/charts/chart-layout';
import type { ChartSpec } from '@/lib/views/charts/chart-spec';
import { trendLayout } from '@/lib/views/charts/trend-layout';
import { annotatePath } from '@/lib/views/paths';
import { tooltipFor, tooltipSentence } from '@/lib/views/trends/tooltip';
import { spanWords } from '@/lib/views/words/numbers';
import { TrendPointer } from './trend-pointer';
import { TrendSvg } from './trend-svg';
import { TrendTooltip } from './trend-tooltip';
import './trend-chart.css';

const heightFor = (width: number): number => (width < 560 ? 300 : 360);

type Props = {
  /** A ChartSpec as JSON: React would otherwise take thousands of values apart and put them together again, one by one. */
  specText: string;
  /** What the server drew, as markup. */
  drawn: string;
  /** Whether the reader may write beside a day. */
  mayAnnotate: boolean;
};

/** A trend: drawn by the server for the usual widths, then drawn the same way as wide as the page, where one can point. */
export function TrendChart({ specText, drawn, mayAnnotate }: Props) {
  const spec = useMemo<ChartSpec>(() => JSON.parse(specText), [specText]);
  const stage = useRef<HTMLDivElement>(null);
  const width = useWidth(stage);
  const [pointed, setPointed] = useState<number | null>(null);
  const [picked, setPicked] = useState<{ readonly spec: ChartSpec; readonly at: number } | null>(null);
  const layout = useMemo(
    () => (width === null ? null : trendLayout(spec, { width, height: heightFor(width) })),
    [spec, width],
  );
  // A pointer moves a hundred times a second: the drawing does not.
  const fitted = useMemo(
    () => layout && <TrendSvg layout={layout} title={spec.title} id="chart-fitted" />,
    [layout, spec],
  );
  const newest = spec.lines[0]?.taken.findLastIndex((day) => day !== null) ?? -1;
  const at = Math.min(pointed ?? (newest < 0 ? spec.slots.length - 1 : newest), spec.slots.length - 1);
  const tooltip = tooltipFor(spec, at);
  const pickedSlot = picked?.spec === spec ? spec.slots[picked.at] : undefined;
  return (
    <figure className="plot">
      <div className={layout ? 'stage live' : 'stage'} ref={stage}>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: React escapes whatever is put into it. */}
        <div className="drawn" dangerouslySetInnerHTML={{ __html: drawn }} />
        {layout && (
          <div className="fitted">
            {fitted}
            <TrendPointer
              {...{ spec, layout, pointed, at, point: setPointed }}
              words={tooltipSentence(tooltip)}
              pick={(place) => setPicked({ spec, at: place })}
            />
          </div>
        )}
      </div>
      <div
        className={pointed === null ? 'tip resting' : 'tip'}
        style={layout ? placeOf(layout, at, tooltip.rows.length) : undefined}
        aria-hidden="true"
      >
        <TrendTooltip tooltip={tooltip} lines={spec.lines} />
      </div>
      {mayAnnotate && pickedSlot && (
        <figcaption className="picked" role="status">
          <a href={annotatePath(pickedSlot)}>Annotate {spanWords(pickedSlot.from, pickedSlot.to, spec.today)}</a>
        </figcaption>
      )}
    </figure>
  );
}

/** Left of the place pointed at and above the lines there; right of it where the left is too small. */
function placeOf({ width, lines, plot, slots }: ChartLayout, at: number, rows: number) {
  const beside = lines.flatMap(({ points, previous }) => points[at] ?? previous[at] ?? []);
  const x = slots[at] ?? plot.left;
  const middle = (plot.top + plot.bottom) / 2;
  const highest = beside.length === 0 ? middle : Math.min(...beside.map((point) => point.y / 10));
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
