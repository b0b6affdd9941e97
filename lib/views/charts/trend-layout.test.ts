import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, daysBetween, eachDay } from '@/lib/domain/day';
import { anAnnotation, aTarget, foundTrends, gap, holed, outlookOf, today } from '@/tests/support/found-trends';
import { layers } from '../trends/address';
import { type FoundTrends, trendSpec } from '../trends/trend-spec';
import { boxOf, overlap } from './label-collisions';
import { textWidth } from './text-width';
import { timeTicks } from './time-axis';
import { trendLayout } from './trend-layout';

const wide = { width: 1158, height: 360 };
const narrow = { width: 342, height: 300 };
const drawn = (found: FoundTrends, size = wide) => trendLayout(trendSpec(found, layers), size);
const on = (day: Day) => ({ from: day, to: day });
const withTarget = { targets: [{ target: aTarget() }], outlooks: [outlookOf('adoption')] };

describe('the layout of a trend', () => {
  test('lifts the pen at a gap, hatches it from the last captured day to the next, and names it', () => {
    const { lines, gaps, labels, plot } = drawn(foundTrends(holed));
    expect(lines[0]?.points.slice(34, 39).map((point) => point !== null)).toEqual([true, false, false, false, true]);
    const day = (plot.right - plot.left) / 83;
    expect(gaps).toEqual([{ x: expect.closeTo(plot.left + 34 * day, 0), width: expect.closeTo(4 * day, 0) }]);
    expect(labels.map((label) => label.lines)).toContainEqual(['6–8 Oct, no snapshots:', 'token refused (401)']);
  });

  test('an axis that does not begin at 0 says so, in words below the days', () => {
    const both = drawn(foundTrends({ ids: ['using_enpass', 'assigned_license'] }));
    expect([both.yTicks[0]?.text, both.axisNote]).toEqual(['0', null]);
    const rate = drawn(foundTrends());
    expect(rate.yTicks.map(({ text }) => text)).toEqual(['50%', '60%', '70%']);
    expect(rate.axisNote).toBe('The axis begins at 50%, not at 0');
    const count = drawn(foundTrends({ ids: ['assigned_license'] }));
    expect(count.yTicks.map(({ text }) => text)).toEqual(['340', '360', '380', '400']);
    expect(count.axisNote).toBe('The axis begins at 340, not at 0');
  });

  test('goes on to the due day with target, ring and forecast, and stops where that is too far', () => {
    const near = drawn(foundTrends(withTarget));
    expect(near.targets[0]).toMatchObject({ to: near.plot.right, ring: true });
    expect(near.now).toBeLessThan(near.plot.right);
    expect(near.labels.map(({ lines }) => lines[0])).toEqual(
      expect.arrayContaining(['Target 75% by 31 Dec', expect.stringMatching(/^Forecast 31 Dec: \d\d\.\d%$/), 'today']),
    );
    const far = drawn(foundTrends({ targets: [{ target: aTarget({ dueDay: '2029-12-31' }) }] }));
    expect([far.targets[0]?.ring, far.now]).toEqual([false, null]);
    expect(far.labels.map(({ lines }) => lines[0])).toContain('Target 75% by 31 Dec 2029');
  });

  test('goes a part of the way towards a due day that is too far, as long as there is a forecast to draw', () => {
    const far = drawn(foundTrends({ ...withTarget, targets: [{ target: aTarget({ dueDay: '2027-02-28' }) }] }));
    expect(far.targets[0]).toMatchObject({ to: far.plot.right, ring: false });
    expect(far.labels.map(({ lines }) => lines[0])).toContainEqual(
      expect.stringMatching(/^Forecast 14 Dec: \d\d\.\d%$/),
    );
  });

  test('names at the ends of several lines stay inside, however little the axis goes on beyond the newest day', () => {
    const spec = trendSpec(foundTrends({ ids: ['adoption', 'usage', 'activation', 'onboarding'] }), layers);
    for (const size of [wide, narrow, { width: 270, height: 300 }]) {
      for (const ahead of [0, 1, 2, 5, 10, 20, 40, 80]) {
        const { labels, width } = trendLayout({ ...spec, to: addDays(spec.to, ahead) }, size);
        const outermost = Math.max(...labels.map((label) => boxOf(label).right));
        expect(outermost, `${ahead} days on ${size.width} pixels`).toBeLessThanOrEqual(width);
      }
    }
  });

  test('the period before is named with its days, once for several lines', () => {
    for (const ids of [['adoption'], ['using_enpass', 'assigned_license']] as const) {
      const words = drawn(foundTrends({ ids, compare: true })).labels.map(({ lines }) => lines.join(' '));
      expect(words.filter((label) => label === '12 weeks before, 9 June to 31 August')).toHaveLength(1);
    }
  });

  test('annotations that collide take another row; long titles are cut', () => {
    const two = [
      anAnnotation(on('2026-09-02'), 'Extension on all laptops'),
      anAnnotation(on('2026-09-06'), 'Reminder'),
    ];
    const flags = drawn(foundTrends({ annotations: two })).flags;
    expect(flags.map(({ text }) => text)).toEqual(['Extension on all laptops, 2 Sep', 'Reminder, 6 Sep']);
    expect(new Set(flags.map(({ y }) => y)).size).toBe(2);
    const long = drawn(foundTrends({ annotations: [anAnnotation(on('2026-09-14'), 'A'.repeat(120))] }));
    expect(long.flags[0]?.text).toMatch(/^A{33}…, 14 Sep$/);
  });

  test('a flag has words where they fit, else its number; nothing lies upon another flag, its words or its pole', () => {
    const days = eachDay('2026-09-01', today);
    const some = fc.subarray(days, { minLength: 1, maxLength: 24 });
    const title = fc.constantFrom('Lunch sessions at four sites', 'Reminder', 'New laptops');
    fc.assert(
      fc.property(some, title, fc.constantFrom(wide, narrow), (chosen, words, size) => {
        const annotations = chosen.map((day) => anAnnotation(on(day), words));
        const { flags } = drawn(foundTrends({ annotations }), size);
        const marks = flags.flatMap(({ x, y, text, anchor }) => {
          if (y === null) return [];
          const [left, right] = anchor === 'start' ? [x, x + 13 + textWidth(text)] : [x - 5 - textWidth(text), x + 9];
          return [{ x, y, left, right, worded: text.includes(words.slice(0, 4)) }];
        });
        for (const one of marks) {
          if (one.worded) expect(one.left >= 0 && one.right <= size.width).toBe(true);
          for (const other of marks.filter((mark) => mark !== one)) {
            expect(other.y === one.y && other.left < one.right && other.right > one.left).toBe(false);
            expect(other.y < one.y && other.x > one.left && other.x < one.right).toBe(false);
          }
        }
        const told = flags.flatMap(({ text }, at) =>
          /^[\d–, ]+$/.test(text) ? numbersIn(text) : text ? [at + 1] : [],
        );
        expect(told).toEqual(flags.map((_, at) => at + 1));
      }),
    );
    const crowd = eachDay('2026-10-01', '2026-10-12').map((day) =>
      anAnnotation(on(day), 'Lunch sessions at four sites'),
    );
    const marks = drawn(foundTrends({ annotations: crowd })).flags.filter(({ y }) => y !== null);
    expect(marks.length).toBeGreaterThan(6);
  });

  test('a flag near the right edge has its words on the left', () => {
    const late = drawn(foundTrends({ annotations: [anAnnotation(on('2026-11-22'), 'Lunch sessions at four sites')] }));
    expect(late.flags[0]).toMatchObject({ anchor: 'end', text: 'Lunch sessions at four sites, 22 Nov' });
  });

  test('weekends are marked up to six weeks, while a day is wide enough, and never in weekly closes', () => {
    expect(drawn(foundTrends({ period: { from: '2026-10-13', to: today } })).weekends).toHaveLength(6);
    expect(drawn(foundTrends({ period: { from: '2026-10-12', to: today } })).weekends).toEqual([]);
    expect(drawn(foundTrends({ period: { from: '2026-05-26', to: today } }), narrow).weekends).toEqual([]);
    expect(drawn(foundTrends({ period: { from: '2025-11-24', to: today } })).weekends).toEqual([]);
  });

  test('never leaves its plot and never writes one label upon another, whatever is missing and however wide it is', () => {
    const days = eachDay('2026-09-01', today);
    const widths = fc.integer({ min: 310, max: 1400 });
    fc.assert(
      fc.property(fc.subarray(days), widths, fc.boolean(), fc.boolean(), (missing, width, compare, several) => {
        const ids = several ? (['using_enpass', 'assigned_license', 'activated_license'] as const) : undefined;
        const found = foundTrends({ missing, compare, ...(ids ? { ids } : withTarget) });
        const { plot, lines, bands, labels } = drawn(found, { width, height: 320 });
        expect(bands.map(({ band, middle }) => band + middle).join('')).not.toMatch(/NaN|Infinity/);
        const points = lines.flatMap((line) => [...line.points, ...line.previous]).filter((point) => point !== null);
        for (const { x, y } of points) {
          expect(x >= plot.left * 10 - 1 && x <= plot.right * 10 + 1).toBe(true);
          expect(y >= plot.top * 10 - 1 && y <= plot.bottom * 10 + 1).toBe(true);
        }
        const boxes = labels.map(boxOf);
        for (const [at, box] of boxes.entries()) {
          for (const other of boxes.slice(at + 1)) expect(overlap(box, other)).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('the words of a short gap lie upon no other hatch and not upon today: they move, or are left out', () => {
    const short = (['2026-10-09', '2026-11-17', '2026-11-21'] as const).map((day) => ({ ...gap, ...on(day), days: 1 }));
    const found = { missing: short.map(({ from }) => from), gaps: short, ...withTarget };
    for (const size of [wide, narrow]) {
      const { labels, gaps, now } = drawn(foundTrends(found), size);
      const words = labels.filter(({ lines }) => lines[0]?.endsWith('no snapshot:'));
      expect(words.length).toBeGreaterThan(size === wide ? 1 : -1);
      for (const { left, right } of words.map(boxOf)) {
        expect(gaps.filter(({ x, width }) => x <= right && x + width >= left)).toEqual([]);
        expect(now !== null && now >= left && now <= right).toBe(false);
      }
    }
  });

  test('fifty years have a few hundred points and about a dozen ticks', () => {
    const spec = trendSpec(foundTrends({ first: '2020-01-01', period: { from: '1976-11-24', to: today } }), layers);
    expect(spec.slots.length).toBeLessThanOrEqual(400);
    const ticks = trendLayout(spec, wide).xTicks;
    expect(ticks.length).toBeGreaterThan(4);
    expect(ticks.length).toBeLessThanOrEqual(14);
  });

  test('nothing is axes and no line', () => {
    const { lines, labels } = drawn(foundTrends({ missing: eachDay('2026-05-25', today) }));
    expect([lines[0]?.end, lines[0]?.points.every((point) => point === null), labels]).toEqual([null, true, []]);
  });
});

test('ticks keep apart and lie within, for every length', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 36_524 }), fc.integer({ min: 260, max: 1300 }), (days, width) => {
      const from = addDays(today, -days);
      const ticks = timeTicks({ from, to: today }, width, today);
      const places = ticks.map(({ day }) => (daysBetween(from, day) / Math.max(1, days)) * width);
      for (const [at, place] of places.entries()) {
        expect(place >= 0 && place <= width).toBe(true);
        if (at > 0) expect(place - (places[at - 1] ?? 0)).toBeGreaterThan(44);
      }
    }),
  );
  expect(timeTicks(gap, 900, today).map(({ text }) => text)).toEqual(['6 Oct', '8 Oct']);
});

/** 3; 3, 4; 3–6 */
function numbersIn(text: string): number[] {
  const [first = 0, last = first] = text.split(/\D+/).map(Number);
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}
