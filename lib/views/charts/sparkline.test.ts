import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linePath, lonePath } from './line';
import { sparkline } from './sparkline';

const anyValues = fc.array(fc.option(fc.integer({ min: 0, max: 10_000_000 })), { maxLength: 84 });

/** The places an SVG reader would draw, stroke by stroke. */
function drawn(path: string): [number, number][][] {
  return path
    .split('M')
    .slice(1)
    .map((stroke) => {
      const [start = '', steps = ''] = stroke.split(/[lh]/);
      const numbers = (text: string) => (text.match(/-?(\d+\.?\d*|\.\d+)/g) ?? []).map(Number);
      let [x = Number.NaN, y = Number.NaN] = numbers(start);
      const points: [number, number][] = [[x, y]];
      const moves = stroke.includes('h') ? [...numbers(steps), 0] : numbers(steps);
      for (let index = 0; index < moves.length; index += 2) {
        x += moves[index] ?? Number.NaN;
        y += moves[index + 1] ?? Number.NaN;
        points.push([x, y]);
      }
      return points;
    });
}

test('a hole in the values is a hole in the line', () => {
  const strokes = drawn(sparkline([1, 2, null, 3, 4, 5, null, null, 6, 7]).path);
  expect(strokes.map((stroke) => stroke.length)).toEqual([2, 3, 2]);
});

test('a day alone between two holes still shows', () => {
  const [stroke] = drawn(sparkline([null, 5, null]).path);
  expect(stroke).toHaveLength(2);
});

test('points without neighbours, and no others, become dots', () => {
  const at = (x: number) => ({ x, y: 50 });
  expect(lonePath([at(10), null, at(20), at(30), null, at(45)])).toBe('M1 5h0M4.5 5h0');
  expect(lonePath([at(10), at(20), null])).toBe('');
});

test('the line has exactly the known days, in the chart, at a tenth of a pixel', () => {
  fc.assert(
    fc.property(anyValues, (values) => {
      const { path, width, height, end } = sparkline(values);
      const points = drawn(path);
      const known = values.filter((value) => value !== null).length;
      const alone = values.filter((v, i) => v !== null && values[i - 1] == null && values[i + 1] == null).length;
      expect(points.flat()).toHaveLength(known + alone);
      for (const [x, y] of points.flat()) {
        expect(x >= 0 && x <= width && y >= 0 && y <= height).toBe(true);
      }
      expect(end === null).toBe(known === 0);
    }),
  );
});

test('steps add up without drift to where each stroke ends', () => {
  const point = fc.record({ x: fc.integer({ min: 0, max: 5080 }), y: fc.integer({ min: 0, max: 2220 }) });
  fc.assert(
    fc.property(fc.array(point, { minLength: 2, maxLength: 300 }), (points) => {
      const [stroke] = drawn(linePath(points));
      expect(stroke).toHaveLength(points.length);
      stroke?.forEach(([x, y], index) => {
        expect(Math.round(x * 10) + 0).toBe(points[index]?.x);
        expect(Math.round(y * 10) + 0).toBe(points[index]?.y);
      });
    }),
  );
});

test('the largest value is drawn highest, and an unmoved one through the middle', () => {
  expect(sparkline([1, 9]).end).toEqual({ x: 87, y: 4.5 });
  expect(sparkline([9, 1]).end).toEqual({ x: 87, y: 20.5 });
  expect(sparkline([7, 7, 7]).end).toEqual({ x: 87, y: 12.5 });
  expect(sparkline([null, null])).toMatchObject({ path: '', end: null });
});

test('twelve weeks fit into half a kilobyte', () => {
  const values = Array.from({ length: 84 }, (_, day) => 200 + Math.round(60 * Math.sin(day / 9)) + day);
  expect(sparkline(values).path.length).toBeLessThan(560);
});
