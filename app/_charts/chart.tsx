'use client';

import {
  type ChartData,
  Chart as ChartJs,
  type ChartOptions,
  LinearScale,
  LineController,
  LineElement,
  type Plugin,
  PointElement,
} from 'chart.js';
import { useEffect, useMemo, useRef } from 'react';
import { Chart as ReactChart } from 'react-chartjs-2';
import { daysBetween } from '@/lib/domain/day';
import type { Picture } from '@/lib/views/charts/chart-layout';
import type { ChartSpec, SpecValues } from '@/lib/views/charts/chart-spec';
import { drawOver, drawUnder } from './draw-surroundings';
import { type Palette, usePalette } from './palette';

ChartJs.register(LineController, LineElement, PointElement, LinearScale);

/** The lines of a trend on a canvas, in the very place of the picture that the server drew. */
export function Chart({ spec, picture }: { spec: ChartSpec; picture: Picture }) {
  const palette = usePalette();
  const chart = useRef<ChartJs<'line', Dot[]>>(null);
  const latest = useRef({ picture, palette });
  latest.current = { picture, palette };
  // react-chartjs-2 takes plugins once, so they look up what is to be drawn.
  const plugins = useMemo<Plugin<'line'>[]>(
    () => [
      {
        id: 'surroundings',
        beforeDatasetsDraw: ({ ctx }) => drawUnder(ctx, latest.current.picture, latest.current.palette),
        afterDatasetsDraw: ({ ctx }) => drawOver(ctx, latest.current.picture, latest.current.palette),
      },
    ],
    [],
  );
  const data = useMemo(() => dataOf(spec, palette), [spec, palette]);
  const options = useMemo(() => optionsOf(spec, picture), [spec, picture]);
  const { width, height } = picture;
  useEffect(() => chart.current?.resize(width, height), [width, height]);
  return (
    <ReactChart
      type="line"
      ref={chart}
      {...{ width, height, data, options, plugins }}
      role="img"
      aria-label={spec.title}
    />
  );
}

type Dot = { x: number; y: number | null };

function dataOf(spec: ChartSpec, palette: Palette): ChartData<'line', Dot[]> {
  const colours = [palette.s1, palette.s2, palette.s3, palette.s4];
  const several = spec.lines.length > 1;
  const before = spec.lines.flatMap(({ id, previous }, index) => {
    const borderColor = (several ? colours[index] : undefined) ?? palette.previous;
    return previous ? [{ ...look, label: `${id} before`, data: dotsOf(spec, previous), borderColor, ...dashed }] : [];
  });
  const now = spec.lines.map((line, index) => {
    const colour = colours[index] ?? palette.s4;
    const alone = line.values.map((_, at) => (isAlone(line.values, at) ? 1.5 : 0));
    const own = { borderColor: colour, pointBackgroundColor: colour, pointRadius: alone };
    return { ...look, ...own, label: line.id, data: dotsOf(spec, line) };
  });
  return { datasets: [...before, ...now] };
}

const look = { borderWidth: 2, borderJoinStyle: 'round', pointRadius: 0, pointBorderWidth: 0, clip: false } as const;
const dashed = { borderWidth: 1.5, borderDash: [4, 3] };

const dotsOf = ({ slots, from }: ChartSpec, { values }: SpecValues): Dot[] =>
  slots.map(({ x }, index) => ({ x: daysBetween(from, x), y: values[index] ?? null }));

/** A day between two holes has no line to be seen by. */
const isAlone = (values: readonly (number | null)[], at: number): boolean =>
  values[at] !== null && (values[at - 1] ?? null) === null && (values[at + 1] ?? null) === null;

function optionsOf(spec: ChartSpec, { width, height, plot, range }: Picture): ChartOptions<'line'> {
  return {
    responsive: false,
    animation: false,
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
