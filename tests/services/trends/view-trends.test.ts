import { describe, expect, test } from 'vitest';
import { daysOfWeek } from '@/lib/domain/week';
import { addAnnotation } from '@/lib/services/annotations/add-annotation';
import { setTarget } from '@/lib/services/targets/set-target';
import { viewTrends } from '@/lib/services/trends/view-trends';
import { cast, signedIn } from '../../../demo/cast';
import { onEachDatabase, type TestDatabase } from '../../support/databases';
import { historyIn } from '../../support/history';
import { recordSnapshots } from '../../support/record-snapshots';
import { succeeded } from '../../support/succeeded';
import { worldPerTest } from '../../support/world';

const today = '2026-11-23';

const pageTests = (fresh: () => Promise<TestDatabase>) => {
  const at = worldPerTest({ fresh });
  const vera = () => at.as(signedIn(cast.vera));
  const max = () => at.as(signedIn(cast.max));

  describe('the trends page', () => {
    test('shows several metrics of one scale, with gaps and their reasons, annotations, targets and outlook', async () => {
      await recordSnapshots(at, { from: '2026-09-01', to: today }, (day, index) =>
        day === '2026-11-18' ? null : { using_enpass: 177 + index },
      );
      await historyIn(at).fail('2026-11-18', '06:00', { kind: 'server-trouble', status: 500 });
      await addAnnotation(max(), { from: '2026-11-02', title: 'Lunch sessions', kind: 'training' });
      await addAnnotation(max(), { from: '2026-08-02', title: 'Before', kind: 'other' });
      await setTarget(max(), { metric: 'using_enpass', value: 298, by: '2026-12-31' });
      const trends = succeeded(await viewTrends(vera(), { metric: ['using_enpass', 'assigned_license'] }));
      expect(trends.lines.map(({ metric, points }) => [metric, points.length])).toEqual([
        ['using_enpass', 84],
        ['assigned_license', 84],
      ]);
      expect(trends.gaps).toEqual([
        { from: '2026-11-18', to: '2026-11-18', days: 1, reason: 'server-trouble', status: 500 },
      ]);
      expect(trends.annotations.map(({ title }) => title)).toEqual(['Lunch sessions']);
      expect(trends.targets).toMatchObject([
        { target: { metric: 'using_enpass' }, progress: { state: 'behind', judgedBy: 'forecast' } },
      ]);
      expect(trends.outlooks).toMatchObject([{ pace: { perWeek: 7 } }, { forecast: { law: { pace: 0 } } }]);
    });

    test('refuses rates together with counts, a fifth line, and days without both', async () => {
      const refused = async (input: object) => (await viewTrends(vera(), input)) as { failure?: { errors: unknown[] } };
      expect(await refused({ metric: ['adoption', 'using_enpass'] })).toMatchObject({
        failure: { errors: [{ path: 'metric' }] },
      });
      const five = ['adoption', 'usage', 'activation', 'onboarding', 'active'];
      expect(await refused({ metric: five })).toMatchObject({ failure: { kind: 'invalid-input' } });
      expect(await refused({ period: 'dates', from: '2026-01-01' })).toMatchObject({
        failure: { errors: [{ path: 'from' }] },
      });
      expect(await refused({ period: '3w' })).toMatchObject({ failure: { errors: [{ path: 'period' }] } });
    });

    test('of a link that asks for days becomes weekly when its history has outgrown them', async () => {
      await recordSnapshots(at, { from: '2025-01-01', to: today });
      const trends = succeeded(await viewTrends(vera(), { period: 'all', interval: 'day' }));
      expect(trends).toMatchObject({ interval: 'week', tooLongForDays: true, first: '2025-01-01' });
      expect([trends.period.from, trends.span.from]).toEqual(['2025-01-01', '2025-01-01']);
      expect(trends.lines[0]?.points.at(-1)).toMatchObject({ week: '2026-W48', unfinished: true, takenDay: today });
    });

    test('keeps the dates that were asked for, whatever its points, and refuses none but those to come', async () => {
      await recordSnapshots(at, { from: '2025-01-01', to: today });
      const dates = { period: 'dates', from: '2026-09-02', to: '2026-11-30' };
      const trends = succeeded(await viewTrends(vera(), { ...dates, interval: 'week', compare: 'previous' }));
      expect(trends).toMatchObject({
        period: { from: '2026-09-02', to: '2026-11-30' },
        span: { from: '2026-08-31', to: '2026-11-29' },
        previousPeriod: { from: '2026-06-01', to: '2026-08-24' },
      });
      expect(succeeded(await viewTrends(vera(), { period: '52w' })).lines[0]?.points).toHaveLength(52);
      expect(await viewTrends(vera(), { ...dates, from: '2026-11-24' })).toMatchObject({
        failure: { errors: [{ path: 'from', message: 'lies in the future' }] },
      });
    });

    test('names weeks without a snapshot with the reason of their last run', async () => {
      const empty = daysOfWeek('2026-W30');
      await recordSnapshots(at, { from: '2026-01-05', to: today }, (day) =>
        day >= empty.from && day <= empty.to ? null : {},
      );
      await historyIn(at).fail(empty.from, '06:00');
      const { gaps } = succeeded(await viewTrends(vera(), { period: 'all' }));
      expect(gaps).toEqual([{ ...empty, days: 7, reason: 'token-refused', status: 401 }]);
    });

    test('of an organisation without snapshots has no numbers at all', async () => {
      const trends = succeeded(await viewTrends(vera(), { compare: 'previous' }));
      expect(trends.first).toBeNull();
      expect(trends.lines[0]?.points.every(({ value }) => value === null)).toBe(true);
      expect([trends.gaps, trends.previousGaps]).toEqual([[], []]);
      expect(trends.outlooks).toMatchObject([{ pace: null, forecast: { kind: 'too-few', snapshots: 0 } }]);
    });
  });
};

onEachDatabase(pageTests);
