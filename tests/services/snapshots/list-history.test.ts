import { describe, expect, test } from 'vitest';
import { countFields } from '@/lib/domain/snapshot';
import { listRuns } from '@/lib/services/capture/list-runs';
import { refreshSnapshot } from '@/lib/services/capture/refresh-snapshot';
import { viewRun } from '@/lib/services/capture/view-run';
import { latestSnapshot } from '@/lib/services/snapshots/latest-snapshot';
import { listMetrics } from '@/lib/services/snapshots/list-metrics';
import { listSnapshots } from '@/lib/services/snapshots/list-snapshots';
import { importHistory } from '@/lib/services/transfer/import-history';
import { cast, scheduler, signedIn } from '../../../demo/cast';
import { onEachDatabase, type TestDatabase } from '../../support/databases';
import { worldPerTest } from '../../support/world';

const listTests = (fresh: () => Promise<TestDatabase>) => {
  const small = worldPerTest({ fresh });

  const vera = () => small.as(signedIn(cast.vera));
  const olga = () => small.as(signedIn(cast.olga));
  const taken = (...days: string[]) => {
    const lines = days.map((day) => [day, ...countFields.map(() => 1)].join(','));
    return importHistory(small.as(scheduler), { format: 'csv', text: [['day', ...countFields], ...lines].join('\n') });
  };
  const listed = async (input: object) => {
    const page = await listSnapshots(vera(), input);
    if (!page.ok) return page.failure;
    const { snapshots, gaps, next } = page.value;
    return { days: snapshots.map(({ day }) => day), gaps: gaps.map(({ day, reason }) => `${day} ${reason}`), next };
  };

  describe('snapshots', () => {
    test('come oldest first, a page at a time, each with the gaps between its own days', async () => {
      await taken('2026-11-10', '2026-11-12', '2026-11-15', '2026-11-20');
      expect(await listed({ limit: '2' })).toEqual({
        days: ['2026-11-10', '2026-11-12'],
        gaps: ['2026-11-11 not-running'],
        next: '2026-11-12',
      });
      expect(await listed({ limit: '2', cursor: '2026-11-12' })).toEqual({
        days: ['2026-11-15', '2026-11-20'],
        gaps: [13, 14, 16, 17, 18, 19, 21, 22].map((day) => `2026-11-${day} not-running`),
        next: null,
      });
    });

    test('of a period have its gaps, and today is not one yet', async () => {
      await taken('2026-11-10', '2026-11-20');
      expect(await listed({ from: '2026-11-19', to: '2026-12-31' })).toEqual({
        days: ['2026-11-20'],
        gaps: ['2026-11-19', '2026-11-21', '2026-11-22'].map((day) => `${day} not-running`),
        next: null,
      });
      expect(await listed({ from: '2026-11-12', to: '2026-11-12' })).toMatchObject({
        gaps: ['2026-11-12 not-running'],
      });
      expect(await listed({ from: '2026-01-01', to: '2026-02-01' })).toEqual({ days: [], gaps: [], next: null });
    });

    test('a gap carries the kind of the last failed run of its day', async () => {
      await taken('2026-11-20');
      small.clock.set('2026-11-21T09:00:00Z');
      small.enpass.setMode('401');
      await refreshSnapshot(olga(), { trigger: 'manual' });
      small.clock.set('2026-11-23T09:00:00Z');
      expect(await listed({})).toMatchObject({ gaps: ['2026-11-21 token-refused', '2026-11-22 not-running'] });
    });

    test.each([
      [{ limit: '0' }, 'limit'],
      [{ limit: '1001' }, 'limit'],
      [{ limit: 'many' }, 'limit'],
      [{ from: '2026-02-30' }, 'from'],
      [{ from: '2026-02-02', to: '2026-02-01' }, 'to'],
      [{ cursor: 'made up' }, 'cursor'],
      [{ cursor: '9999-12-31' }, 'cursor'],
      [{ limit: ['1', '2'] }, 'limit'],
      [{ frmo: '2026-02-01' }, 'frmo'],
    ])('asked for with %j answer which field is wrong', async (input, path) => {
      expect(await listed(input)).toMatchObject({ kind: 'invalid-input', errors: [{ path }] });
    });

    test('the latest is not there before the first', async () => {
      expect(await latestSnapshot(vera(), {})).toEqual({ ok: false, failure: { kind: 'not-found' } });
      await taken('2026-11-10', '2026-11-12');
      expect(await latestSnapshot(vera(), {})).toMatchObject({ ok: true, value: { day: '2026-11-12' } });
    });
  });

  test('runs come newest first in pages, and one at a time', async () => {
    for (let run = 0; run < 3; run += 1) {
      await refreshSnapshot(olga(), { trigger: 'manual' });
      small.clock.forward(60_000);
    }
    const first = await listRuns(olga(), { limit: 2 });
    const next = first.ok ? first.value.next : null;
    expect(first).toMatchObject({ value: { runs: [{ startedAt: new Date('2026-11-23T09:02:00Z') }, {}] } });
    expect(await listRuns(olga(), { limit: 2, cursor: next ?? '' })).toMatchObject({
      value: { runs: [{ startedAt: new Date('2026-11-23T09:00:00Z') }], next: null },
    });
    expect(await listRuns(olga(), { cursor: 'made-up' })).toMatchObject({ failure: { errors: [{ path: 'cursor' }] } });
    expect(await viewRun(olga(), { id: 'nobody-made-this' })).toEqual({ ok: false, failure: { kind: 'not-found' } });
    expect(await viewRun(olga(), { id: 'a\u0000b' })).toMatchObject({ failure: { kind: 'invalid-input' } });
    expect(await listRuns(vera(), {})).toMatchObject({ failure: { kind: 'not-allowed' } });
  });

  test('the catalogue pages like every list', async () => {
    expect(await listMetrics(vera(), {})).toMatchObject({ value: { next: null } });
    expect(await listMetrics(vera(), { limit: 17 })).toMatchObject({ value: { next: 'inactive_users' } });
    expect(await listMetrics(vera(), { cursor: 'autofill' })).toEqual({
      ok: true,
      value: { metrics: ['active'], next: null },
    });
  });
};

onEachDatabase(listTests);
