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
import { type Day, daysBetween } from '@/lib/domain/day';
import { daysAhead, foreseenOn } from '@/lib/views/charts/ahead';
import { type ChartLayout, toneOf } from '@/lib/views/charts/chart-layout';
import type { ChartSpec, SpecValues } from '@/lib/views/charts/chart-spec';

ChartJs.register(ScatterController, PointElement, LinearScale);

export type TrendPointsProps = {
  spec: ChartSpec;
  layout: ChartLayout;
  /** The place whose points stand out; null for none. */
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
    const here = data.datasets.flatMap(({ data: dots }, datasetIndex) =>
      dots[index] ? [{ datasetIndex, index }] : [],
    );
    const active = pointed === null ? [] : here;
    chart.current?.setActiveElements(active);
    chart.current?.render();
  }, [pointed, data]);
  return <ReactChart type="scatter" ref={chart} {...{ width, height, data, options }} aria-hidden="true" />;
}

// Otherwise chart.js finds nothing for a hand beyond the axes.
const nearby = { intersect: false, includeInvisible: true };

type Dot = { x: number; y: number | null };

/** Behind the points there is one for each place that never shows, so that a hole can be pointed at as well. */
function dataOf(spec: ChartSpec, { range }: ChartLayout): ChartData<'scatter', Dot[]> {
  const several = spec.lines.length > 1;
  const ahead = daysAhead(spec);
  const placed = [...spec.slots.map(({ x }) => x), ...ahead];
  const slots = {
    ...unseen,
    label: 'places',
    data: dotsOn(spec, placed, () => range.low),
    pointHoverRadius: 0,
  };
  const foreseen = spec.forecasts.map((forecast) => ({
    ...unseen,
    ...pointLook(`s${toneOf(forecast.line)}`, { radius: 3, border: 1.5 }),
    label: 'foreseen',
    data: dotsOn(spec, placed, (day) => (day > spec.today ? (foreseenOn(forecast, day)?.middle ?? null) : null)),
  }));
  const before = spec.lines.flatMap(({ id, previous }, index) => {
    const look = pointLook(several ? `s${toneOf(index)}` : 'previous', { radius: 3, border: 1.5 });
    return previous ? [{ ...unseen, ...look, label: `${id} before`, data: valuesOf(spec, previous) }] : [];
  });
  const now = spec.lines.map((line, index) => {
    const look = pointLook(`s${toneOf(index)}`, { radius: 4.5, border: 2 });
    return { ...unseen, ...look, label: line.id, data: valuesOf(spec, line) };
  });
  // chart.js draws the first last, upon all others.
  return { datasets: [slots, ...before, ...foreseen, ...now].reverse() };
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

const dotsOn = ({ from }: ChartSpec, days: readonly Day[], heightOn: (day: Day) => number | null): Dot[] =>
  days.map((day) => ({ x: daysBetween(from, day), y: heightOn(day) }));

const valuesOf = ({ slots, from }: ChartSpec, { values }: SpecValues): Dot[] =>
  slots.map(({ x }, at) => ({ x: daysBetween(from, x), y: values[at] ?? null }));

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
