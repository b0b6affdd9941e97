import { expect, test } from 'vitest';
import type { Day } from '@/lib/domain/day';
import type { RunFailure } from '@/lib/domain/run';
import { describeStore } from '../describe-store';
import { after, anOrganisation, noon } from '../rows';

const failure: RunFailure = { kind: 'server-trouble', detail: 'HTTP 503', status: 503, nextTryAt: after(60_000) };

describeStore((db) => {
  const begin = async (name: string, ms = 0, day: Day = '2026-11-23') => {
    const id = `${db.acme}-${name}`;
    await db.store.runs.begin(db.acme, { id, trigger: 'manual', startedByName: 'Olga', startedAt: after(ms), day });
    return id;
  };

  test('a run is seen from its first moment to its end', async () => {
    const id = await begin('a');
    const started = { id, trigger: 'manual', startedByName: 'Olga', startedAt: noon, day: '2026-11-23' };
    const running = { outcome: 'running', stage: 'read', attempts: 0, finishedAt: null, readingId: null };
    expect(await db.store.runs.running(db.acme)).toEqual({
      ...started,
      ...running,
      waitingUntil: null,
      failure: null,
      answerDate: null,
    });
    await db.store.runs.progress(id, { stage: 'check', attempts: 2, waitingUntil: after(5_000) });
    expect(await db.store.runs.byId(db.acme, id)).toMatchObject({
      stage: 'check',
      attempts: 2,
      waitingUntil: after(5_000),
    });
    await db.store.runs.finish(id, { finishedAt: after(9_000), attempts: 3, readingId: 'reading', day: '2026-11-24' });
    expect(await db.store.runs.running(db.acme)).toBeNull();
    expect(await db.store.runs.latestOf(db.acme, '2026-11-24')).toMatchObject({
      outcome: 'succeeded',
      stage: 'done',
      attempts: 3,
      finishedAt: after(9_000),
      waitingUntil: null,
      readingId: 'reading',
    });
  });

  test('a failed run keeps its reason and its next try', async () => {
    const id = await begin('a');
    await db.store.runs.finish(id, { finishedAt: after(1), attempts: 4, failure });
    expect(await db.store.runs.latest(db.acme)).toMatchObject({ outcome: 'failed', failure, readingId: null });
  });

  test('pages hold every run once, newest first, whatever begins meanwhile and however many began at once', async () => {
    const ids: string[] = [];
    for (const name of ['a', 'b', 'c', 'd', 'e']) ids.unshift(await begin(name, name < 'c' ? 0 : 1_000));
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await db.store.runs.page(db.acme, { limit: 2, cursor });
      seen.push(...(page?.runs ?? []).map((run) => run.id));
      cursor = page?.next ?? null;
      await begin(`later-${seen.length}`, 9_000);
    } while (cursor !== null);
    expect(seen).toEqual(ids);
  });

  test('a last page that is exactly full has no next', async () => {
    await begin('a');
    await begin('b', 1);
    expect(await db.store.runs.page(db.acme, { limit: 2, cursor: null })).toMatchObject({ next: null });
    expect(await db.store.runs.count(db.acme)).toBe(2);
  });

  test('a cursor that was never given is refused', async () => {
    await begin('a');
    for (const cursor of ['', 'rubbish', Buffer.from('2026-13-45 x').toString('base64url')]) {
      expect(await db.store.runs.page(db.acme, { limit: 2, cursor })).toBeNull();
    }
  });

  test('failures are the failed runs of the span, oldest first', async () => {
    for (const [name, day] of [
      ['a', '2026-11-22'],
      ['b', '2026-11-20'],
      ['c', '2026-11-25'],
    ] as const) {
      await db.store.runs.finish(await begin(name, 0, day), { finishedAt: noon, attempts: 1, failure });
    }
    await begin('running', 0, '2026-11-21');
    const failures = await db.store.runs.failures(db.acme, { from: '2026-11-20', to: '2026-11-24' });
    expect(failures.map((run) => run.day)).toEqual(['2026-11-20', '2026-11-22']);
  });

  test('a run of another organisation is not there', async () => {
    const other = await anOrganisation(db.store, 'Other');
    const id = await begin('a');
    expect(await db.store.runs.byId(other, id)).toBeNull();
    expect(await db.store.runs.latest(other)).toBeNull();
  });
});
