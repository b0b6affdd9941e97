import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, eachDay } from '@/lib/domain/day';
import { forecastOf, isRefused } from '@/lib/domain/forecast';
import { historyOf } from '@/lib/domain/forecast-history';
import type { Gap } from '@/lib/domain/gap';
import { daysUpTo } from '@/lib/domain/period';
import { countFields } from '@/lib/domain/snapshot';
import type { Point } from '@/lib/domain/trend';
import { headlineChart } from './headline-chart';
import { rateScale } from './scale';

const today = '2026-11-23';
const halfYear = daysUpTo(today, 182);
const gapOf = (from: Day, to: Day, days: number): Gap => ({
  from,
  to,
  days,
  reason: 'token-refused',
  status: 401,
});

function pointsWithout(gaps: readonly Gap[]): Point[] {
  const missing = new Set(gaps.flatMap((gap) => eachDay(gap.from, gap.to)));
  return eachDay(halfYear.from, halfYear.to).map((day, index) => ({
    day,
    value: missing.has(day) ? null : 0.12 + index * 0.0028,
  }));
}

const strokes = (line: string | undefined): number => (line?.match(/M/g) ?? []).length;

describe('the headline chart', () => {
  test('says since when, and how high it stands now', () => {
    const chart = headlineChart(pointsWithout([]), [], 'wide');
    expect(chart?.title).toBe('Adoption rate since 26 May 2026, daily');
    expect(chart?.end).toMatchObject({ x: 498, label: { text: '62.7%', anchor: 'end' } });
    expect(chart?.yTicks.map((tick) => tick.text)).toEqual(['0%', '25%', '50%', '75%']);
    expect(chart?.xTicks.map((tick) => tick.text)).toEqual(['Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov']);
  });

  test('leaves the line open at a gap, hatched from the last captured day to the next', () => {
    const gaps = [gapOf('2026-07-27', '2026-08-02', 7), gapOf('2026-11-18', '2026-11-18', 1)];
    const chart = headlineChart(pointsWithout(gaps), gaps, 'wide');
    const dayWidth = (498 - 34) / 181;
    expect(strokes(chart?.line)).toBe(3);
    expect(chart?.gaps).toHaveLength(2);
    expect(chart?.gaps[0]?.width).toBeCloseTo(8 * dayWidth, 0);
    expect(chart?.gapLabels.map((label) => label.lines)).toEqual([
      ['no snapshot 27 Jul–2 Aug:', 'token refused (401)'],
    ]);
  });

  test('cuts the hatch of a neighbouring gap where the words of another lie upon it', () => {
    const [before, lost, after] = [
      gapOf('2026-07-25', '2026-07-25', 1),
      gapOf('2026-08-10', '2026-08-12', 3),
      gapOf('2026-08-30', '2026-08-30', 1),
    ];
    const partsOf = (of: readonly Gap[]) =>
      headlineChart(pointsWithout(of), of, 'wide')?.gaps.map(({ parts }) => parts.length);
    expect(partsOf([before, lost, after])).toEqual([1, 1, 2]);
    expect(partsOf([lost, after])).toEqual([1, 1]);
    expect(headlineChart(pointsWithout([lost, after]), [lost, after], 'wide')?.gapLabels[0]?.anchor).toBe('end');
  });

  test('shows twelve weeks when narrow, with half months', () => {
    const chart = headlineChart(pointsWithout([]), [], 'narrow');
    expect(chart?.title).toBe('Adoption rate since 1 September 2026, daily');
    expect(chart?.xTicks.map((tick) => tick.text)).toEqual(['Sep', '15 Sep', 'Oct', '15 Oct', 'Nov', '15 Nov']);
  });

  test('begins with the first known day and leaves room when history is short', () => {
    const points = pointsWithout([]).map(({ day, value }) => ({ day, value: day < '2026-11-20' ? null : value }));
    const chart = headlineChart(points, [], 'wide');
    expect(chart?.title).toBe('Adoption rate since 20 November 2026, daily');
    expect(chart?.end.x).toBeLessThan(100);
  });

  test('has nothing to draw without a value', () => {
    expect(headlineChart([{ day: today, value: null }], [], 'wide')).toBeNull();
    expect(headlineChart([], [], 'narrow')).toBeNull();
  });

  test('keeps every mark inside the plot, whatever the gaps', () => {
    const span = fc.tuple(fc.integer({ min: 0, max: 178 }), fc.integer({ min: 1, max: 20 }));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 6 }), fc.constantFrom('wide', 'narrow'), (spans, size) => {
        const gaps = spans
          .map(([start, days]) => ({ start, days: Math.min(days, 181 - start) }))
          .map(({ start, days }) => {
            const from = addDays(halfYear.from, start);
            return gapOf(from, addDays(from, days - 1), days);
          });
        const chart = headlineChart(pointsWithout(gaps), gaps, size);
        if (!chart) throw new Error('today has a value');
        const { left, right, top, bottom } = chart.plot;
        for (const gap of chart.gaps) {
          expect(gap.x >= left && gap.width > 0 && gap.x + gap.width <= right + 0.1).toBe(true);
        }
        for (const label of chart.gapLabels) expect(label.y > top && label.y < bottom).toBe(true);
        expect(chart.end.y >= top && chart.end.y <= bottom).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the scale of a rate', () => {
  test('begins at 0 unless all values lie close together far above it', () => {
    expect(rateScale(0.12, 0.62).ticks).toEqual([0, 0.25, 0.5, 0.75]);
    expect(rateScale(0.59, 0.62).ticks).toEqual([0.55, 0.6, 0.65]);
    expect(rateScale(0, 0).ticks).toEqual([0, 0.05]);
    expect(rateScale(1, 1).ticks.at(-1)).toBe(1);
  });

  test('has two to four lines that enclose every value', () => {
    const ratio = fc.double({ min: 0, max: 20, noNaN: true });
    fc.assert(
      fc.property(ratio, ratio, (a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        const { ticks, ...scale } = rateScale(low, high);
        expect(ticks.length >= 2 && ticks.length <= 4).toBe(true);
        expect(scale.low <= low + 1e-6 && scale.high >= high - 1e-6).toBe(true);
      }),
    );
  });
});

describe('a target in the headline chart', () => {
  const aim = { value: 0.75, setOn: '2026-09-01', dueDay: '2026-12-31', text: 'Target 75% by 31 Dec' } as const;

  test('is in sight however far above the line it lies, and has its ring on the due day', () => {
    const chart = headlineChart(pointsWithout([]), [], 'wide', aim);
    const { plot, target, end } = chart ?? expect.fail('a chart');
    expect(target?.ring?.y).toBeGreaterThanOrEqual(plot.top);
    expect(target?.ring?.x).toBeLessThanOrEqual(plot.right);
    expect(target?.ring?.x).toBeGreaterThan(end.x);
  });

  test('whose day lies beyond the plot has no ring, and the line still has most of the room', () => {
    const chart = headlineChart(pointsWithout([]), [], 'wide', { ...aim, dueDay: '2031-12-31' });
    const { plot, target, end } = chart ?? expect.fail('a chart');
    expect(target?.ring).toBeNull();
    expect(end.x - plot.left).toBeGreaterThan(0.75 * (plot.right - plot.left));
  });

  const shown = (over: object, size: 'wide' | 'narrow' = 'wide', gaps: readonly Gap[] = []) =>
    headlineChart(pointsWithout(gaps), gaps, size, { ...aim, ...over }) ?? expect.fail('a chart');
  const points = pointsWithout([]);
  const rows = points.map(({ day }, index) => ({
    day,
    using_enpass: 120 + Math.round(index * 2.8) - (index % 14 < 7 ? 10 : 0),
    assigned_license: 1000,
  }));
  const rising = forecastOf(historyOf(rows, countFields), 'adoption', points.at(-1)?.day ?? expect.fail('a day'));
  const forecast = isRefused(rising) ? expect.fail('a forecast') : rising;

  test('has its forecast from today’s number to the due day, with the range in words', () => {
    const { outlook, end, target } = shown({ forecast });
    expect(outlook?.middle).toMatch(new RegExp(`^M${end.x} [\\d.]+L`));
    expect(outlook?.middle.split(/[ L]/).at(-2)).toBe(String(target?.ring?.x));
    expect(outlook?.label?.lines).toEqual(['forecast', expect.stringMatching(/^\d\d\.\d–\d\d\.\d%$/)]);
  });

  test('that is due beyond the plot says for which day the range is', () => {
    expect(shown({ forecast, dueDay: '2027-12-31' }).outlook?.label?.lines[0]).toBe('forecast 8 Jan 2027');
  });

  test('keeps its forecast inside the plot, and its words off those of gaps', () => {
    for (const size of ['wide', 'narrow'] as const) {
      for (const dueDay of ['2026-11-24', '2026-12-31', '2031-12-31']) {
        const { outlook, plot, gapLabels } = shown({ forecast, dueDay }, size, [gapOf('2026-11-18', '2026-11-20', 3)]);
        const ys = [...(outlook?.band ?? '').matchAll(/ ([\d.]+)/g)].map(([, y]) => Number(y));
        expect(ys.every((y) => y >= plot.top && y <= plot.bottom)).toBe(true);
        if (outlook?.label) expect(gapLabels.every(({ y }) => Math.abs(y - (outlook.label?.y ?? 0)) > 20)).toBe(true);
      }
    }
  });

  test('has its words where its line begins when the range would lie upon them', () => {
    const last = points.findLast(({ value }) => value !== null)?.value ?? expect.fail('a number');
    const near = shown({ forecast, value: last + 0.01 });
    expect(near.target?.label.x).toBeLessThan(near.end.x);
    const far = shown({ forecast, value: 0.99 });
    expect(far.target?.label.x).toBe(far.target?.ring?.x);
  });

  test('without a forecast has none drawn', () => expect(shown({}).outlook).toBeNull());

  test('changes nothing where there is none', () => {
    expect(headlineChart(pointsWithout([]), [], 'wide', null)).toEqual(headlineChart(pointsWithout([]), [], 'wide'));
  });
});
