import { describe, expect, test } from 'vitest';
import { attentionOf } from './attention';
import type { Day } from './day';
import { type FreshnessQuestion, freshnessOf } from './freshness';
import type { Gap } from './gap';
import type { RunFailure } from './run';

const at = (iso: string) => new Date(iso);
const serverTrouble: RunFailure = {
  kind: 'server-trouble',
  detail: null,
  status: 500,
  nextTryAt: at('2026-11-23T05:20:00Z'),
};
const refused = { reason: 'token-refused', status: 401 } as const;
const snapshotOf = (day: Day) => ({ day, takenAt: at(`${day}T05:00:00Z`), source: 'scheduled' as const });

function ask(now: string, more: Partial<FreshnessQuestion> & { failure?: RunFailure } = {}): FreshnessQuestion {
  const lastRunToday = more.failure ? { outcome: 'failed' as const, finishedAt: at(now), failure: more.failure } : null;
  const duty = { timeZone: 'Europe/Berlin', captureTime: '06:00', now: at(now), lastRunToday } as const;
  return { duty, latest: snapshotOf('2026-11-22'), yesterday: null, ...more };
}

describe('freshness', () => {
  test('taken: today has its snapshot', () => {
    expect(freshnessOf(ask('2026-11-23T09:00:00Z', { latest: snapshotOf('2026-11-23') }))).toEqual({
      kind: 'taken',
      takenAt: at('2026-11-23T05:00:00Z'),
      source: 'scheduled',
      nextRunAt: at('2026-11-24T05:00:00Z'),
    });
  });

  test('numbers imported for today are not today’s snapshot: the scheduler still asks, and says when', () => {
    const imported = { latest: { ...snapshotOf('2026-11-23'), source: 'imported' as const } };
    expect(freshnessOf(ask('2026-11-23T04:00:00Z', imported))).toEqual({
      kind: 'not-due',
      dueAt: at('2026-11-23T05:00:00Z'),
    });
    expect(freshnessOf(ask('2026-11-23T05:00:30Z', imported))).toMatchObject({ kind: 'trying' });
  });

  test('not due: yesterday is there and the capture time is still to come', () => {
    expect(freshnessOf(ask('2026-11-23T04:00:00Z'))).toEqual({ kind: 'not-due', dueAt: at('2026-11-23T05:00:00Z') });
  });

  test('trying: it is due, with the next try', () => {
    expect(freshnessOf(ask('2026-11-23T05:00:30Z'))).toEqual({
      kind: 'trying',
      nextTryAt: at('2026-11-23T05:00:30Z'),
      failure: null,
    });
    expect(freshnessOf(ask('2026-11-23T05:16:00Z', { failure: serverTrouble }))).toEqual({
      kind: 'trying',
      nextTryAt: at('2026-11-23T05:20:00Z'),
      failure: serverTrouble,
    });
  });

  test('missed: yesterday is missing too, with the cause and how long', () => {
    const missed = { latest: snapshotOf('2026-11-20'), yesterday: refused };
    expect(freshnessOf(ask('2026-11-23T04:00:00Z', missed))).toEqual({
      kind: 'missed',
      lastDay: '2026-11-20',
      days: 2,
      cause: refused,
      nextTryAt: at('2026-11-23T05:00:00Z'),
    });
  });

  test('nothing was missed before the first snapshot', () => {
    expect(freshnessOf(ask('2026-11-23T04:00:00Z', { latest: null })).kind).toBe('not-due');
    expect(freshnessOf(ask('2026-11-23T09:00:00Z', { latest: null, failure: serverTrouble })).kind).toBe('trying');
  });
});

describe('attention', () => {
  const today = '2026-11-23';
  const fresh = freshnessOf(ask('2026-11-23T09:00:00Z', { latest: snapshotOf(today) }));
  const gapOf = (from: Day, to: Day, days: number): Gap => ({ from, to, days, ...refused });
  const kinds = (more: Partial<Parameters<typeof attentionOf>[0]>) =>
    attentionOf({ today, connection: { tokenExpiresOn: null }, freshness: fresh, gaps: [], ...more }).map(
      ({ kind, severity }) => `${severity} ${kind}`,
    );

  test('a quiet day needs nobody', () => {
    expect(kinds({})).toEqual([]);
    expect(kinds({ connection: { tokenExpiresOn: '2026-12-24' } })).toEqual([]);
  });

  test('a token is mentioned thirty days before it expires, and is bad news once it has', () => {
    expect(kinds({ connection: { tokenExpiresOn: '2026-12-23' } })).toEqual(['warn token-expires']);
    expect(kinds({ connection: { tokenExpiresOn: today } })).toEqual(['warn token-expires']);
    expect(kinds({ connection: { tokenExpiresOn: '2026-11-22' } })).toEqual(['bad token-expired']);
    expect(kinds({ connection: null })).toEqual(['bad no-connection']);
  });

  test('gaps of the last seven days are named, the newest first, before warnings', () => {
    const gaps = [
      gapOf('2026-11-10', '2026-11-15', 6),
      gapOf('2026-11-16', '2026-11-17', 2),
      gapOf('2026-11-19', '2026-11-19', 1),
    ];
    const list = attentionOf({ today, connection: { tokenExpiresOn: '2026-12-05' }, freshness: fresh, gaps });
    expect(list.map((item) => (item.kind === 'gap' ? item.gap.from : item.kind))).toEqual([
      '2026-11-19',
      '2026-11-16',
      'token-expires',
    ]);
    expect(list.at(-1)).toMatchObject({ on: '2026-12-05', inDays: 12 });
  });

  test('a failed run today is a warning while it is being tried again', () => {
    const freshness = freshnessOf(ask('2026-11-23T05:16:00Z', { failure: serverTrouble }));
    expect(kinds({ freshness })).toEqual(['warn failing']);
  });

  test('stale numbers say so once, not again as the gap they are', () => {
    const freshness = freshnessOf(
      ask('2026-11-23T09:00:00Z', { latest: snapshotOf('2026-11-20'), yesterday: refused, failure: serverTrouble }),
    );
    const gaps = [gapOf('2026-11-17', '2026-11-17', 1), gapOf('2026-11-21', '2026-11-22', 2)];
    const list = attentionOf({ today, connection: { tokenExpiresOn: null }, freshness, gaps });
    expect(list.map((item) => (item.kind === 'gap' ? item.gap.from : item.kind))).toEqual(['stale', '2026-11-17']);
  });
});
