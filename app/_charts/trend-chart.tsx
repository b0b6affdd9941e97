'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useMemo, useRef, useState, useTransition } from 'react';
import type { ChartSpec } from '@/lib/views/charts/chart-spec';
import { tipHeight, tipPlace } from '@/lib/views/charts/tip-place';
import { trendLayout } from '@/lib/views/charts/trend-layout';
import type { TrendsState } from '@/lib/views/trends/address';
import { type Selection, selectionWords, zoomHref } from '@/lib/views/trends/pointed';
import { tooltipFor, tooltipSentence } from '@/lib/views/trends/tooltip';
import { PinnedPlace } from './pinned-place';
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
  state: TrendsState;
  /** Whether the reader may write beside a day. */
  mayAnnotate: boolean;
};

/** A trend: drawn by the server for the usual widths, then drawn the same way as wide as the page, where one can point, pin and zoom. */
export function TrendChart({ specText, drawn, state, mayAnnotate }: Props) {
  const spec = useMemo<ChartSpec>(() => JSON.parse(specText), [specText]);
  const stage = useRef<HTMLDivElement>(null);
  const width = useWidth(stage);
  const layout = useMemo(
    () => (width === null ? null : trendLayout(spec, { width, height: heightFor(width) })),
    [spec, width],
  );
  // A pointer moves a hundred times a second: the drawing does not.
  const fitted = useMemo(
    () => layout && <TrendSvg layout={layout} title={spec.title} id="chart-fitted" />,
    [layout, spec],
  );
  const { pointed, pinned, selection, zooming, ...does } = usePlaces(spec, state);
  const newest = spec.lines[0]?.taken.findLastIndex((day) => day !== null) ?? -1;
  const start = newest < 0 ? spec.slots.length - 1 : newest;
  const at = Math.min(pointed ?? pinned ?? start, (layout?.places.length ?? spec.slots.length) - 1);
  const tooltip = tooltipFor(spec, at);
  const told = selection ? `${tooltip.title}. ${selectionWords(spec, selection)}` : tooltipSentence(tooltip);
  return (
    <figure className={zooming ? 'plot zooming' : 'plot'}>
      <div className={layout ? 'stage live' : 'stage'} ref={stage}>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: React escapes whatever is put into it. */}
        <div className="drawn" dangerouslySetInnerHTML={{ __html: drawn }} />
        {layout && (
          <div className="fitted">
            {fitted}
            <TrendPointer {...{ spec, layout, pointed, pinned, selection, at }} words={told} {...does} />
          </div>
        )}
      </div>
      <div
        className={pointed === null ? 'tip resting' : 'tip'}
        style={layout ? besideThePlace(tipPlace(layout, at, tipHeight(tooltip))) : undefined}
        aria-hidden="true"
      >
        <TrendTooltip tooltip={tooltip} lines={spec.lines} />
      </div>
      {pinned !== null && (
        <PinnedPlace
          {...{ spec, mayAnnotate }}
          at={pinned}
          zoomFrom={() => {
            does.hold(pinned);
            stage.current?.querySelector<HTMLElement>('.pointer')?.focus();
          }}
          unpin={() => does.pick(null)}
        />
      )}
    </figure>
  );
}

// The drawing begins within the padding of its figure.
const besideThePlace = ({ left, top }: { left: number; top: number }) => ({
  left: `calc(var(--sp-4) + ${left}px)`,
  top: `calc(var(--sp-3) + ${top}px)`,
});

/** The place pointed at, the one pinned, and the days chosen; all of them end with the drawing they belong to. */
function usePlaces(spec: ChartSpec, state: TrendsState) {
  const router = useRouter();
  const [zooming, start] = useTransition();
  const [pointed, point] = useState<number | null>(null);
  const [picked, setPicked] = useState<{ readonly spec: ChartSpec; readonly at: number } | null>(null);
  const [selection, select] = useState<Selection | null>(null);
  /** Where a choice was begun by press of a button, to be ended by the next place picked. */
  const [held, hold] = useState<number | null>(null);
  const drop = () => {
    hold(null);
    select(null);
  };
  const zoom = (chosen: Selection) => {
    const href = zoomHref(state, spec, chosen);
    drop();
    if (href !== null) start(() => router.push(href, { scroll: false }));
  };
  return {
    pointed,
    pinned: picked?.spec === spec ? picked.at : null,
    selection: selection ?? (held === null ? null : { anchor: held, to: pointed ?? held }),
    zooming,
    point,
    pick: (at: number | null) => {
      if (held !== null && at !== null && at !== held) return zoom({ anchor: held, to: at });
      setPicked(at === null || at >= spec.slots.length ? null : { spec, at });
    },
    select,
    drop,
    hold,
    zoom,
  };
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
