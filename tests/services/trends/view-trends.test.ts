import { describe, expect, test } from 'vitest';
import { addDays } from '@/lib/domain/day';
import { isMissed } from '@/lib/domain/gap';
import { contains, type Period } from '@/lib/domain/period';
import { daysOfWeek } from '@/lib/domain/week';
import { zoneArrow } from '@/lib/domain/zone-history';
import { addAnnotation } from '@/lib/services/annotations/add-annotation';
import { viewCapturedDays } from '@/lib/services/capture/view-captured-days';
import { setTarget } from '@/lib/services/targets/set-target';
import { viewTrends } from '@/lib/services/trends/view-trends';
import { noSnapshot } from '@/lib/views/trends/tooltip';
import { trendSpec } from '@/lib/views/trends/trend-spec';
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

    const allBut = (empty: Period) =>
      recordSnapshots(at, { from: '2026-01-05', to: today }, (day) => (contains(empty, day) ? null : {}));
    const weekly = async () => succeeded(await viewTrends(vera(), { period: 'all', interval: 'week' }));

    test('names the days of weeks without a snapshot as the list of gaps does, and the week by all of its reasons', async () => {
      const empty = daysOfWeek('2026-W30');
      await allBut(empty);
      await historyIn(at).fail(empty.from, '06:00');
      const trends = await weekly();
      expect(trends.gaps).toEqual([
        { from: empty.from, to: empty.from, days: 1, reason: 'token-refused', status: 401 },
        { from: addDays(empty.from, 1), to: empty.to, days: 6, reason: 'not-running', status: null },
      ]);
      const { gaps } = succeeded(await viewCapturedDays(at.as(signedIn(cast.olga)), {}));
      expect(gaps.toReversed()).toMatchObject(trends.gaps);
      const spec = trendSpec({ ...trends, targets: [], outlooks: [] }, []);
      const slot = spec.slots.find(({ from }) => from === empty.from);
      expect(slot && noSnapshot(spec, slot)).toBe('No snapshot: token refused (401); not running');
    });

    test('names a day that the zone lost within such weeks, which nobody missed', async () => {
      at.clock.set('2026-07-22T10:30:00Z');
      const detail = { timeZone: `Pacific/Pago_Pago${zoneArrow}Europe/Berlin` };
      await at.as(signedIn(cast.ada)).audit('organisation-saved', { target: 'Northwind', detail });
      at.clock.set('2026-11-23T09:00:00Z');
      await allBut(daysOfWeek('2026-W30'));
      const { gaps } = await weekly();
      expect(gaps.filter((gap) => !isMissed(gap))).toMatchObject([{ reason: 'zone-changed', days: 1 }]);
      const { gaps: listed } = succeeded(await viewCapturedDays(at.as(signedIn(cast.olga)), {}));
      expect(listed.toReversed()).toMatchObject(gaps);
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
