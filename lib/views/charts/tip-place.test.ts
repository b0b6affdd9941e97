import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aTarget, foundTrends, outlookOf, today } from '@/tests/support/found-trends';
import { layers } from '../trends/address';
import { trendSpec } from '../trends/trend-spec';
import { boxOf, overlap } from './label-collisions';
import { tipPlace, tipWidth } from './tip-place';
import { trendLayout } from './trend-layout';

const ids = ['using_enpass', 'assigned_license', 'activated_license'] as const;
const specs = [
  foundTrends(),
  foundTrends({ compare: true, targets: [{ target: aTarget() }], outlooks: [outlookOf('adoption')] }),
  foundTrends({ ids }),
  foundTrends({ period: { from: '2026-11-10', to: today } }),
].map((found) => trendSpec(found, layers));

test('a tip lies inside, beside its day, and never upon the words at a line’s end', () => {
  const asked = fc.tuple(
    fc.constantFrom(...specs),
    fc.integer({ min: 640, max: 1400 }),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.integer({ min: 52, max: 150 }),
  );
  fc.assert(
    fc.property(asked, ([spec, width, share, height]) => {
      const layout = trendLayout(spec, { width, height: 360 });
      const at = Math.round(share * (layout.places.length - 1));
      const { left, top } = tipPlace(layout, at, height);
      const box = { left, right: left + tipWidth, top, bottom: top + height };
      const x = layout.places[at] ?? 0;
      expect(left).toBeGreaterThanOrEqual(0);
      expect(box.right).toBeLessThanOrEqual(width);
      expect(top).toBeGreaterThanOrEqual(layout.plot.top);
      expect(box.bottom).toBeLessThanOrEqual(layout.plot.bottom + 1);
      expect(x <= left || x >= box.right).toBe(true);
      const ends = layout.labels.filter(({ tone }) => typeof tone === 'number');
      expect(ends.filter((label) => overlap(box, boxOf(label)))).toEqual([]);
    }),
  );
});
