import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Annotation } from '@/lib/domain/annotation';
import { addDays, eachDay } from '@/lib/domain/day';
import { forecastOf } from '@/lib/domain/forecast';
import type { Gap } from '@/lib/domain/gap';
import { type MetricId, metrics } from '@/lib/domain/metrics/adoption';
import { metricValue } from '@/lib/domain/metrics/metric';
import type { Period } from '@/lib/domain/period';
import type { Target } from '@/lib/domain/target';
import { lineOf } from '@/lib/domain/trend-line';
import { intervalFor, previousSlots, slotsOf } from '@/lib/domain/trend-span';
import { drawChart } from './chart-drawing';
import { tableTwin, tipOf } from './chart-reading';
import { type ChartQuestion, chartSpec } from './chart-spec';
import { countScale } from './scale';

const today = '2026-11-23';
const history = (missing: readonly string[] = [], from = '2026-05-25') =>
  eachDay(from, today)
    .map((day, index) => ({
      day,
      using_enpass: 78 + index,
      assigned_license: 300 + Math.floor(index / 2),
      activated_license: 200 + index,
    }))
    .filter(({ day }) => !missing.includes(day));

type Asked = {
  ids?: MetricId[];
  period?: Period;
  missing?: string[];
  gaps?: Gap[];
  compare?: boolean;
  from?: string;
} & Partial<ChartQuestion>;

function question({
  ids = ['adoption'],
  period = { from: '2026-09-01', to: today },
  missing = [],
  gaps = [],
  compare = false,
  from,
  ...over
}: Asked = {}): ChartQuestion {
  const rows = history(missing, from);
  const interval = intervalFor(period);
  const slots = slotsOf(period, interval);
  const before = compare ? previousSlots(slots) : null;
  const lines = ids.map((metric) => ({
    metric,
    points: lineOf(metrics[metric], rows, { slots: slots.slots, today }),
    previous: before && lineOf(metrics[metric], rows, { slots: before.slots, today }),
  }));
  const trend = { period: slots.period, previousPeriod: before?.period ?? null, interval, lines, gaps, today };
  return { trend, annotations: [], targets: [], outlooks: [], ...over };
}

const outlook = (metric: MetricId) => {
  const known = history().flatMap((row) => {
    const value = metricValue(metrics[metric], row);
    return value === null ? [] : [{ day: row.day, value }];
  });
  return { metric, forecast: forecastOf(known, { unit: metrics[metric].unit, wanted: null }) };
};
const aTarget = (over: Partial<Target> = {}): Target => ({
  id: 't',
  metric: 'adoption',
  value: 0.75,
  direction: 'up',
  dueDay: '2026-12-31',
  setOn: '2026-08-01',
  startValue: null,
  setByName: 'Max',
  ...over,
});
const annotation = (from: string, title: string): Annotation => ({
  id: title,
  from,
  to: from,
  title,
  kind: 'other',
  createdByName: 'Max',
  createdAt: new Date(0),
  changedByName: null,
  changedAt: null,
});
const gap: Gap = { from: '2026-10-06', to: '2026-10-08', days: 3, reason: 'token-refused', status: 401 };
const gapDays = eachDay(gap.from, gap.to);

describe('a trend chart', () => {
  test('says what and when, and for those who see no picture from where to where and what is missing', () => {
    const spec = chartSpec(question({ missing: gapDays, gaps: [gap] }));
    expect(spec.title).toBe('Adoption, 1 September to 23 November 2026, daily');
    expect(spec.summary).toBe(
      'Adoption: 50.7% on 1 September 2026, 66.5% on 23 November 2026. 3 days without a snapshot.',
    );
  });

  test('lifts the pen at a gap, hatches it from the last captured day to the next, and names it', () => {
    const drawn = drawChart(chartSpec(question({ missing: gapDays, gaps: [gap] })), 'wide');
    expect(drawn.lines[0]?.path.match(/M/g)).toHaveLength(2);
    const day = (1142 - 40) / 83;
    expect(drawn.gaps).toEqual([{ x: Math.round((40 + 34 * day) * 10) / 10, width: expect.closeTo(4 * day, 0) }]);
    expect(drawn.gapLabels[0]?.lines).toEqual(['no snapshot 6–8 Oct:', 'token refused (401)']);
  });

  test('counts begin at 0, a rate may begin higher and then its ticks say so', () => {
    expect(chartSpec(question({ ids: ['using_enpass', 'assigned_license'] })).scale).toMatchObject({
      low: 0,
      high: 400,
    });
    const high = chartSpec(question({ ids: ['activation'], period: { from: '2026-11-01', to: today } }));
    expect(high.scale.low).toBeGreaterThan(0);
    expect(drawChart(high, 'wide').yTicks[0]?.text).not.toBe('0%');
  });

  test('goes on to the due day with target and forecast, and no further than half of its period', () => {
    const spec = chartSpec(question({ targets: [aTarget()], outlooks: [outlook('adoption')] }));
    expect([spec.to, spec.today]).toEqual(['2026-12-31', today]);
    expect(spec.targets).toEqual([
      { metric: 'adoption', value: 0.75, from: '2026-09-01', to: '2026-12-31', text: 'Target Adoption 75% by 31 Dec' },
    ]);
    expect(spec.forecasts[0]?.lines).toEqual([
      expect.stringMatching(/^Forecast 31 Dec: \d\d\.\d%$/),
      expect.stringMatching(/^range /),
    ]);
    const far = chartSpec(question({ targets: [aTarget({ dueDay: '2029-12-31' })], outlooks: [outlook('adoption')] }));
    expect(far.to).toBe(addDays(today, 42));
    expect(chartSpec(question({ targets: [aTarget()], period: { from: '2026-06-01', to: '2026-07-31' } })).to).toBe(
      '2026-07-31',
    );
  });

  test('draws the period before point by point beneath its own, dashed line and name', () => {
    const spec = chartSpec(question({ period: { from: '2026-10-05', to: today }, compare: true }));
    const drawn = drawChart(spec, 'wide');
    expect(drawn.previous[0]?.label?.lines).toEqual(['period before,', '16 August to 4 October 2026']);
    expect(drawn.previous[0]?.path.split(/[ml]/i).length).toBeGreaterThan(1);
  });

  test('flags collide into a second row; more than four become numbers; long titles are cut in the picture only', () => {
    const two = question({
      annotations: [annotation('2026-09-14', 'Extension on all laptops'), annotation('2026-09-20', 'Reminder')],
    });
    const [first, second] = drawChart(chartSpec(two), 'wide').flags;
    expect([first?.text, second?.text, (second?.top ?? 0) > (first?.top ?? 0)]).toEqual([
      'Extension on all laptops, 14 Sep',
      'Reminder, 20 Sep',
      true,
    ]);
    const many = question({
      annotations: Array.from({ length: 6 }, (_, index) => annotation(`2026-10-0${index + 1}`, 'x')),
    });
    expect(drawChart(chartSpec(many), 'wide').flags.map(({ text, number }) => [text, number])).toEqual(
      [1, 2, 3, 4, 5, 6].map((number) => [null, number]),
    );
    const long = chartSpec(question({ annotations: [annotation('2026-09-14', 'A'.repeat(120))] }));
    expect(long.flags[0]?.title).toHaveLength(120);
    expect(drawChart(long, 'wide').flags[0]?.text).toMatch(/^A{33}…, 14 Sep$/);
  });

  test('names of several lines stand apart', () => {
    const drawn = drawChart(
      chartSpec(question({ ids: ['using_enpass', 'activated_license', 'assigned_license'] })),
      'wide',
    );
    const heights = drawn.lines.map(({ label }) => label?.y ?? 0).sort((a, b) => a - b);
    for (const [index, y] of heights.slice(1).entries()) expect(y - (heights[index] ?? 0)).toBeGreaterThanOrEqual(13.9);
    expect(drawn.lines.map(({ label }) => label?.lines[0])).toEqual([
      'Using Enpass 260',
      'Activated 382',
      'Assigned 391',
    ]);
  });

  test('never leaves its plot, whatever is missing and however wide it is', () => {
    const days = eachDay('2026-09-01', today);
    fc.assert(
      fc.property(
        fc.subarray(days),
        fc.constantFrom('wide' as const, 'narrow' as const),
        fc.boolean(),
        (missing, size, compare) => {
          const asked = question({ missing, compare, targets: [aTarget()], outlooks: [outlook('adoption')] });
          const { plot, lines, previous, forecasts, targets } = drawChart(chartSpec(asked), size);
          const paths = [...lines, ...previous, ...forecasts, ...targets].map(({ path }) => path).join('');
          expect(paths).not.toMatch(/NaN|Infinity/);
          for (const { end } of lines) {
            if (!end) continue;
            expect(end.x).toBeGreaterThanOrEqual(plot.left);
            expect(end.x).toBeLessThanOrEqual(plot.right);
            expect(end.y).toBeGreaterThanOrEqual(plot.top);
            expect(end.y).toBeLessThanOrEqual(plot.bottom);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  test('of fifty years has a few hundred points and a dozen ticks', () => {
    const spec = chartSpec(question({ from: '2020-01-01', period: { from: '1976-11-24', to: today } }));
    const drawn = drawChart(spec, 'wide');
    expect(spec.lines[0]?.points.length).toBeLessThanOrEqual(400);
    expect(drawn.xTicks.length).toBeGreaterThan(5);
    expect(drawn.xTicks.length).toBeLessThanOrEqual(13);
    expect(drawn.weekends).toEqual([]);
  });

  test('of nothing is axes and words', () => {
    const spec = chartSpec(question({ missing: eachDay('2026-05-25', today) }));
    expect(spec.summary).toBe('Adoption: no value in this period. No day is missing.');
    expect(drawChart(spec, 'narrow').lines).toEqual([{ path: '', end: null, label: null }]);
  });
});

describe('pointing at a chart', () => {
  test('tells the day, every line, what a rate is made of, and the change against the period before', () => {
    const spec = chartSpec(question({ period: { from: '2026-10-05', to: today }, compare: true }));
    expect(tipOf(spec, 24)).toEqual({
      heading: 'Thursday 29 October 2026',
      rows: [
        { label: 'Adoption', value: '62.2%' },
        { label: 'Using Enpass / assigned', value: '235 / 378' },
        { label: '9 Sep, period before', value: '52.4%' },
        { label: 'Change', value: '+9.8 points' },
      ],
    });
  });

  test('tells why a day has no number, and which close a week has', () => {
    const holed = chartSpec(question({ missing: gapDays, gaps: [gap] }));
    expect(tipOf(holed, 36)).toEqual({
      heading: 'Wednesday 7 October 2026',
      rows: [
        { label: 'Adoption', value: '—' },
        { label: 'No snapshot', value: 'token refused (401)' },
      ],
    });
    const weekly = chartSpec(question({ period: { from: '2026-05-01', to: today } }));
    expect(tipOf(weekly, 29).heading).toBe('Week 47 of 2026, closed 22 Nov');
    expect(tipOf(weekly, 30).heading).toBe('Week 48 of 2026 so far, 23 Nov');
    expect(tipOf(weekly, 99)).toEqual({ heading: '', rows: [] });
  });

  test('has a table twin with bases and no snapshot in words', () => {
    const twin = tableTwin(chartSpec(question({ missing: gapDays, gaps: [gap] })));
    expect(twin.head).toEqual(['Day', 'Adoption']);
    expect(twin.rows).toHaveLength(84);
    expect(twin.rows[0]).toEqual(['1 September 2026', '50.7%, 177 of 349']);
    expect(twin.rows[36]).toEqual(['7 October 2026', 'no snapshot']);
  });
});

test('a count’s axis ends at the lowest round number with two or three steps', () => {
  const end = (high: number) => [countScale(high).high, countScale(high).ticks.length];
  expect([end(0), end(1), end(3), end(420), end(500), end(501), end(1_234), end(9_999_999)]).toEqual([
    [2, 3],
    [2, 3],
    [3, 4],
    [500, 3],
    [500, 3],
    [600, 4],
    [1500, 4],
    [10_000_000, 3],
  ]);
});
