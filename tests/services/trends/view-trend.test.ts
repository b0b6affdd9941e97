import { describe, expect, test } from 'vitest';
import { addDays, type Day, eachDay } from '@/lib/domain/day';
import { viewTrend } from '@/lib/services/trends/view-trend';
import { cast, nobody, signedIn } from '../../../demo/cast';
import { onEachDatabase, type TestDatabase } from '../../support/databases';
import { recordSnapshots } from '../../support/record-snapshots';
import { succeeded } from '../../support/succeeded';
import { worldPerTest } from '../../support/world';

const today = '2026-11-23';

const trendTests = (fresh: () => Promise<TestDatabase>) => {
  const at = worldPerTest({ fresh });
  const vera = () => at.as(signedIn(cast.vera));

  describe('one metric', () => {
    test('has a point for every day of its period, and a gap is no number', async () => {
      await recordSnapshots(at, { from: '2026-11-01', to: today }, (day, index) =>
        day === '2026-11-18' ? null : { using_enpass: 200 + index },
      );
      const trend = succeeded(
        await viewTrend(vera(), { metric: 'using_enpass', from: '2026-10-30', to: '2026-11-25' }),
      );
      expect(trend.points.map(({ day }) => day)).toEqual(eachDay('2026-10-30', today));
      const empty = trend.points.filter(({ value }) => value === null).map(({ day }) => day);
      expect(empty).toEqual(['2026-10-30', '2026-10-31', '2026-11-18']);
    });

    test('is daily up to 26 weeks and weekly above, and never longer than 400 points', async () => {
      await recordSnapshots(at, { from: '2024-11-01', to: today });
      const asked = async (input: object) => {
        const { interval, points, weeksPerPoint } = succeeded(
          await viewTrend(vera(), { metric: 'adoption', ...input }),
        );
        return [interval, points.length, weeksPerPoint];
      };
      expect(await asked({})).toEqual(['day', 84, 0]);
      expect(await asked({ from: '2026-05-26' })).toEqual(['day', 182, 0]);
      expect(await asked({ from: '2026-05-25' })).toEqual(['week', 27, 1]);
      expect(await asked({ from: '2025-11-24', interval: 'day' })).toEqual(['day', 365, 0]);
      expect(await asked({ from: '1976-11-24' })).toEqual(['week', 202, 13]);
      expect(await asked({ from: '1927-11-25' })).toEqual(['week', 399, 13]);
      expect(await asked({ from: '1926-11-25' })).toEqual(['week', 202, 26]);
    });

    test('beside the period before it has as many points there, ending the day before', async () => {
      await recordSnapshots(at, { from: '2026-09-01', to: today }, (_, index) => ({ using_enpass: index }));
      const input = { metric: 'using_enpass', from: '2026-11-02', to: today, compare: 'previous' };
      const trend = succeeded(await viewTrend(vera(), input));
      expect(trend.previous).toHaveLength(trend.points.length);
      expect(trend.previous?.at(-1)).toMatchObject({ day: '2026-11-01', value: 61 });
      expect(succeeded(await viewTrend(vera(), { ...input, compare: undefined })).previous).toBeNull();
    });

    test('that reaches into the future ends today, and is set beside equally many days', async () => {
      await recordSnapshots(at, { from: '2026-09-01', to: today });
      const input = { metric: 'adoption', from: '2026-11-02', to: '2026-12-31', compare: 'previous' };
      const { points, previous } = succeeded(await viewTrend(vera(), input));
      expect([points.at(-1)?.day, points.length, previous?.length]).toEqual([today, 22, 22]);
      expect(succeeded(await viewTrend(vera(), { metric: 'adoption', interval: 'week' })).points).toHaveLength(12);
    });

    test('of weekly closes is what a naive recount finds, for every week of sixteen years', async () => {
      const days = eachDay('2019-12-30', '2035-12-30').filter(
        (_, index) => (index * 7919) % 11 > 6 && index % 301 > 15,
      );
      at.clock.set('2036-06-01T09:00:00Z');
      const rank = new Map(days.map((day, index) => [day, index]));
      await recordSnapshots(at, { from: '2019-12-30', to: '2035-12-30' }, (day) => {
        const using_enpass = rank.get(day);
        return using_enpass === undefined ? null : { using_enpass };
      });
      const points = [];
      for (const [from, to] of [
        ['2020-01-01', '2026-12-31'],
        ['2027-01-04', '2033-12-31'],
        ['2034-01-02', '2035-12-30'],
      ]) {
        const trend = succeeded(await viewTrend(vera(), { metric: 'using_enpass', from, to, interval: 'week' }));
        points.push(...trend.points);
      }
      const naive: (number | null)[] = [];
      for (let monday: Day = '2019-12-30'; monday < '2035-12-31'; monday = addDays(monday, 7)) {
        const inside = eachDay(monday, addDays(monday, 6)).flatMap((day) => rank.get(day) ?? []);
        naive.push(inside.at(-1) ?? null);
      }
      expect(points).toHaveLength(835);
      expect(points.map(({ value }) => value)).toEqual(naive);
    });

    test.each([
      [{ metric: 'nonsense' }, 'metric'],
      [{}, 'metric'],
      [{ metric: ['adoption', 'usage'] }, 'metric'],
      [{ metric: 'adoption', from: '2026-02-02', to: '2026-02-01' }, 'to'],
      [{ metric: 'adoption', from: '0999-01-01' }, 'from'],
      [{ metric: 'adoption', from: '1900-01-01', to: '2900-01-01' }, 'from'],
      [{ metric: 'adoption', from: '1900-01-01' }, 'from'],
      [{ metric: 'adoption', from: '2026-11-24' }, 'from'],
      [{ metric: 'adoption', from: '2026-02-30' }, 'from'],
      [{ metric: 'adoption', from: '2020-01-01', interval: 'day' }, 'interval'],
      [{ metric: 'adoption', interval: 'hour' }, 'interval'],
      [{ metric: 'adoption', compare: 'next' }, 'compare'],
      [{ metric: 'adoption', form: '2026-01-01' }, 'form'],
    ])('asked for as %j names %s', async (input, path) => {
      expect(await viewTrend(vera(), input)).toMatchObject({ failure: { kind: 'invalid-input', errors: [{ path }] } });
    });

    test('is for everybody signed in and nobody else', async () => {
      expect(await viewTrend(at.as(nobody), { metric: 'adoption' })).toMatchObject({
        failure: { kind: 'not-signed-in' },
      });
      expect(await viewTrend(vera(), { metric: 'adoption' })).toMatchObject({ ok: true });
    });
  });
};

onEachDatabase(trendTests);
