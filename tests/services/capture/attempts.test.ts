import { expect, test } from 'vitest';
import { refreshSnapshot } from '@/lib/services/capture/refresh-snapshot';
import { viewRunPage } from '@/lib/services/capture/view-run-page';
import { cast, signedIn } from '../../../demo/cast';
import { onEachDatabase } from '../../support/databases';
import { historyIn } from '../../support/history';
import { succeeded } from '../../support/succeeded';
import { worldPerTest } from '../../support/world';

onEachDatabase((fresh) => {
  const at = worldPerTest({ fresh });
  const { capture, fail } = historyIn(at);
  const asOlga = () => at.as(signedIn(cast.olga));
  const newest = async () => (await at.world.store.runs.latest('first'))?.id ?? '';
  const page = async (id: string) => succeeded(await viewRunPage(asOlga(), { id }));
  const refreshed = async (modes: Parameters<typeof at.enpass.setMode>[0]) => {
    at.enpass.setMode(modes);
    await refreshSnapshot(asOlga(), { trigger: 'manual' });
    return page(await newest());
  };

  test('every request of a run is kept with its time and what came back, but never the answer', async () => {
    const { run, attempts, reading, notes } = await refreshed(['503', 'good']);
    const now = at.clock.now();
    expect(run.attempts).toBe(2);
    expect(attempts).toEqual([
      {
        number: 1,
        startedAt: now,
        finishedAt: now,
        status: 503,
        bytes: null,
        sha256: null,
        failure: { kind: 'server-trouble', detail: null, status: 503 },
      },
      {
        number: 2,
        startedAt: now,
        finishedAt: now,
        status: 200,
        bytes: reading?.bytes,
        sha256: reading?.sha256,
        failure: null,
      },
    ]);
    expect(reading?.bytes).toBeGreaterThan(100);
    expect(notes).toMatchObject([{ name: 'total_users = onboarded_users' }]);
  });

  test('an answer that could not be read is known by its size and hash', async () => {
    const { attempts, reading } = await refreshed('empty');
    expect(reading).toBeNull();
    expect(attempts).toMatchObject([
      {
        status: 200,
        bytes: 0,
        sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
        failure: { kind: 'unreadable-answer' },
      },
    ]);
  });

  test('where nothing answered there is no status', async () => {
    const { attempts } = await refreshed('reset');
    expect(attempts).toHaveLength(4);
    expect(attempts[0]).toMatchObject({ status: null, bytes: null, failure: { kind: 'unreachable' } });
  });

  test('a database that is away for one of them costs none', async () => {
    const ctx = asOlga();
    let refusals = 1;
    const record: typeof ctx.store.attempts.record = async (...what) => {
      if (refusals-- > 0) throw new Error('away');
      await ctx.store.attempts.record(...what);
    };
    at.enpass.setMode(['503', 'good']);
    const store = { ...ctx.store, attempts: { ...ctx.store.attempts, record } };
    await refreshSnapshot({ ...ctx, store }, { trigger: 'manual' });
    expect((await page(await newest())).attempts.map(({ number }) => number)).toEqual([1, 2]);
  });

  test('a run from before says what is known, and leads to the runs before and after it', async () => {
    await fail('2026-11-20', '06:00');
    await capture('2026-11-21');
    await capture('2026-11-22');
    const ids = (await at.world.store.runs.page('first', { limit: 9, cursor: null }))?.runs.map(({ id }) => id) ?? [];
    const [newestId = '', middle = '', oldest = ''] = ids;
    expect(await page(middle)).toMatchObject({ attempts: [], run: { attempts: 1 }, older: oldest, newer: newestId });
    expect(await page(oldest)).toMatchObject({ older: null, newer: middle, reading: null, notes: null });
    expect(await page(newestId)).toMatchObject({ older: middle, newer: null });
  });

  test('a next try is told of the run that it follows, and of none once the day has its snapshot', async () => {
    const first = await refreshed('401');
    const firstTry = first.run.failure?.nextTryAt ?? null;
    expect(first.nextTryAt).toEqual(firstTry);
    expect(firstTry).not.toBeNull();
    at.clock.forward(60_000);
    const second = await refreshed('401');
    expect(second.nextTryAt).toEqual(second.run.failure?.nextTryAt);
    expect(await page(first.run.id)).toMatchObject({ nextTryAt: null });
    at.clock.forward(60_000);
    await refreshed('good');
    expect(await page(second.run.id)).toMatchObject({ nextTryAt: null });
    at.clock.forward(60_000);
    expect(await refreshed('401')).toMatchObject({ nextTryAt: null, run: { failure: { nextTryAt: null } } });
  });

  test('is for ops and admins, and only of what is there', async () => {
    await capture('2026-11-22');
    const id = await newest();
    expect(await viewRunPage(at.as(signedIn(cast.max)), { id })).toMatchObject({ failure: { kind: 'not-allowed' } });
    expect(await viewRunPage(asOlga(), { id: 'none' })).toMatchObject({ failure: { kind: 'not-found' } });
  });
});
