import { describe, expect, test } from 'vitest';
import { addAnnotation } from '@/lib/services/annotations/add-annotation';
import { compareDays, compareNewest } from '@/lib/services/trends/compare-days';
import { cast, signedIn } from '../../../demo/cast';
import { onEachDatabase, type TestDatabase } from '../../support/databases';
import { recordSnapshots } from '../../support/record-snapshots';
import { succeeded } from '../../support/succeeded';
import { worldPerTest } from '../../support/world';

const today = '2026-11-23';

const compareTests = (fresh: () => Promise<TestDatabase>) => {
  const at = worldPerTest({ fresh });
  const vera = () => at.as(signedIn(cast.vera));

  describe('two days', () => {
    test('are compared by all metrics, a gap by the nearest earlier snapshot, and it says so', async () => {
      await recordSnapshots(at, { from: '2026-11-01', to: today }, (day) =>
        day === '2026-11-16' ? null : day < '2026-11-16' ? { using_enpass: 250, assigned_license: 414 } : {},
      );
      const comparison = succeeded(await compareDays(vera(), { from: '2026-11-16', to: today }));
      expect(comparison.before).toMatchObject({ asked: '2026-11-16', snapshot: { day: '2026-11-15' } });
      expect(comparison.after).toMatchObject({ asked: today, snapshot: { day: today } });
      expect(comparison.metrics).toHaveLength(25);
      expect(comparison.metrics.find(({ metric }) => metric === 'adoption')).toMatchObject({
        split: { total: 1.5, people: 2.4, base: -0.9 },
      });
    });

    test('know what happened between their snapshots, whichever days were asked for', async () => {
      await recordSnapshots(at, { from: '2026-11-01', to: '2026-11-20' }, (day) =>
        day > '2026-11-08' && day < '2026-11-14' ? null : {},
      );
      for (const day of ['2026-11-08', '2026-11-10', '2026-11-20', '2026-11-22']) {
        succeeded(await addAnnotation(at.as(signedIn(cast.max)), { from: day, title: day, kind: 'other' }));
      }
      const { annotations } = succeeded(await compareDays(vera(), { from: '2026-11-12', to: today }));
      expect(annotations.map(({ title }) => title)).toEqual(['2026-11-08', '2026-11-10', '2026-11-20']);
    });

    test('are the newest snapshot and a week before it where nobody chose others', async () => {
      await recordSnapshots(at, { from: '2026-10-20', to: '2026-11-03' }, (_, index) => ({
        using_enpass: 240 + index,
      }));
      const { before, after, metrics } = succeeded(await compareNewest(vera(), {}));
      expect([before.asked, before.snapshot.day, after.asked, after.snapshot.day]).toEqual([
        '2026-10-27',
        '2026-10-27',
        '2026-11-03',
        '2026-11-03',
      ]);
      expect(metrics.find(({ metric }) => metric === 'using_enpass')?.change).toBe(7);
    });

    test('that nobody chose are none without a week of history', async () => {
      expect(await compareNewest(vera(), {})).toMatchObject({ failure: { kind: 'invalid-input' } });
      await recordSnapshots(at, { from: '2026-11-20', to: today });
      expect(await compareNewest(vera(), {})).toMatchObject({ failure: { errors: [{ path: 'from' }] } });
    });

    test.each([
      [{ from: '2026-10-31', to: today }, 'from'],
      [{ from: '2026-11-01', to: '2026-11-24' }, 'to'],
      [{ from: '2026-11-05', to: '2026-11-01' }, 'to'],
      [{ from: '2026-11-01' }, 'to'],
      [{ from: 'then', to: today }, 'from'],
    ])('%j say what is wrong with %s', async (input, path) => {
      await recordSnapshots(at, { from: '2026-11-01', to: today });
      expect(await compareDays(vera(), input)).toMatchObject({
        failure: { kind: 'invalid-input', errors: [{ path }] },
      });
    });
  });
};

onEachDatabase(compareTests);
