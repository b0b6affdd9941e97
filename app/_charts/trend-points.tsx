'use client';

import {
  type ChartData,
  Chart as ChartJs,
  type ChartOptions,
  LinearScale,
  PointElement,
  ScatterController,
  type ScriptableContext,
} from 'chart.js';
import { type MouseEvent, useEffect, useEffectEvent, useMemo, useRef } from 'react';
import { Chart as ReactChart } from 'react-chartjs-2';
import { daysBetween } from '@/lib/domain/day';
import { type ChartLayout, toneOf } from '@/lib/views/charts/chart-layout';
import type { ChartSpec, SpecValues } from '@/lib/views/charts/chart-spec';

ChartJs.register(ScatterController, PointElement, LinearScale);

export type TrendPointsProps = {
  spec: ChartSpec;
  layout: ChartLayout;
  /** The slot whose points stand out; null for none. */
  pointed: number | null;
  /** The newest event of mouse or finger; null while they are elsewhere. */
  hand: MouseEvent<HTMLElement> | null;
  find: (at: number, by: MouseEvent<HTMLElement>) => void;
};

/** The points of a trend, unseen upon its drawing until one is pointed at: chart.js finds the nearest and lets it stand out. */
export function TrendPoints({ spec, layout, pointed, hand, find }: TrendPointsProps) {
  const chart = useRef<ChartJs<'scatter', Dot[]>>(null);
  const data = useMemo(() => dataOf(spec, layout), [spec, layout]);
  const options = useMemo(() => optionsOf(spec, layout), [spec, layout]);
  const { width, height } = layout;
  useEffect(() => chart.current?.resize(width, height), [width, height]);

  const told = useEffectEvent(find);
  useEffect(() => {
    if (!chart.current || !hand) return;
    const [nearest] = chart.current.getElementsAtEventForMode(hand.nativeEvent, 'index', nearby, false);
    if (nearest) told(nearest.index, hand);
  }, [hand]);

  useEffect(() => {
    const index = pointed ?? 0;
    const active = pointed === null ? [] : data.datasets.map((_, datasetIndex) => ({ datasetIndex, index }));
    chart.current?.setActiveElements(active);
    chart.current?.render();
  }, [pointed, data]);
  return <ReactChart type="scatter" ref={chart} {...{ width, height, data, options }} aria-hidden="true" />;
}

// Otherwise chart.js finds nothing for a hand beyond the axes.
const nearby = { intersect: false, includeInvisible: true };

type Dot = { x: number; y: number | null };

/** Behind the points there is one for each slot that never shows, so that a hole can be pointed at as well. */
function dataOf(spec: ChartSpec, { range }: ChartLayout): ChartData<'scatter', Dot[]> {
  const several = spec.lines.length > 1;
  const slots = { ...unseen, label: 'slots', data: dotsOf(spec, () => range.low), pointHoverRadius: 0 };
  const before = spec.lines.flatMap(({ id, previous }, index) => {
    const look = pointLook(several ? `s${toneOf(index)}` : 'previous', { radius: 3, border: 1.5 });
    return previous ? [{ ...unseen, ...look, label: `${id} before`, data: valuesOf(spec, previous) }] : [];
  });
  const now = spec.lines.map((line, index) => {
    const look = pointLook(`s${toneOf(index)}`, { radius: 4.5, border: 2 });
    return { ...unseen, ...look, label: line.id, data: valuesOf(spec, line) };
  });
  // chart.js draws the first last, upon all others.
  return { datasets: [slots, ...before, ...now].reverse() };
}

const unseen = { pointRadius: 0, clip: false } as const;

const pointLook = (token: string, { radius, border }: { radius: number; border: number }) => ({
  pointHoverRadius: radius,
  pointHoverBorderWidth: border,
  pointHoverBorderColor: colour(token),
  pointHoverBackgroundColor: colour('surface'),
});

/** A colour of the style sheet, read whenever a point begins to stand out: themes change. */
const colour =
  (token: string) =>
  ({ chart }: ScriptableContext<'scatter'>): string =>
    getComputedStyle(chart.canvas).getPropertyValue(`--c-${token}`).trim();

const valuesOf = (spec: ChartSpec, { values }: SpecValues): Dot[] => dotsOf(spec, (at) => values[at] ?? null);

const dotsOf = ({ slots, from }: ChartSpec, heightAt: (at: number) => number | null): Dot[] =>
  slots.map(({ x }, at) => ({ x: daysBetween(from, x), y: heightAt(at) }));

function optionsOf(spec: ChartSpec, { width, height, plot, range }: ChartLayout): ChartOptions<'scatter'> {
  return {
    responsive: false,
    animation: false,
    // The slider above the canvas hears mouse, finger and keys, and hands on what asks for a place.
    events: [],
    parsing: false,
    normalized: true,
    layout: {
      autoPadding: false,
      padding: { left: plot.left, right: width - plot.right, top: plot.top, bottom: height - plot.bottom },
    },
    scales: {
      x: { type: 'linear', display: false, min: 0, max: Math.max(1, daysBetween(spec.from, spec.to)) },
      y: { type: 'linear', display: false, min: range.low, max: range.high },
    },
  };
}
