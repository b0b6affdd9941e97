import { expect, test } from 'vitest';
import type { Run } from '@/lib/domain/run';
import { runProgress } from './run-progress';

const here = { now: new Date('2026-11-23T08:50:10Z'), timeZone: 'Europe/Berlin' } as const;

const aRun = (change: Partial<Run>): Run => ({
  id: 'one',
  trigger: 'manual',
  startedByName: 'Olga',
  startedAt: new Date('2026-11-23T08:50:00Z'),
  finishedAt: null,
  outcome: 'running',
  day: '2026-11-23',
  attempts: 1,
  stage: 'read',
  waitingUntil: null,
  readingId: null,
  failure: null,
  ...change,
});

test('a waiting run says which attempt comes next and how long it waits', () => {
  const seen = runProgress(aRun({ attempts: 1, waitingUntil: new Date('2026-11-23T08:50:16Z') }), here);
  expect(seen.line).toBe('Waiting for attempt 2 of 4');
  expect(seen.started).toBe('started today 09:50 by Olga');
  expect(seen.steps.map(({ state, label, detail }) => [state, label, detail])).toEqual([
    ['doing', 'Read the counts, attempt 2 of 4', 'again in 6 s'],
    ['waiting', 'Check the sums', ''],
    ['waiting', 'Record the reading', ''],
  ]);
});

test('a run that succeeded has done every step', () => {
  const end = { outcome: 'succeeded', stage: 'done', finishedAt: here.now, readingId: 'r' } as const;
  const seen = runProgress(aRun(end), here);
  expect(seen.stepsDone).toBe(seen.steps.length);
  expect(seen.sentence).toBe('A new snapshot was taken in 10 s.');
});

test('a failed run marks the step it failed at and says cause and cure', () => {
  const failure = { kind: 'server-trouble', status: 500, detail: null, nextTryAt: null } as const;
  const end = { outcome: 'failed', stage: 'done', finishedAt: here.now, attempts: 4 } as const;
  const seen = runProgress(aRun({ ...end, failure }), here);
  expect(seen.line).toBe('Refresh failed: Server error (500)');
  expect([seen.stepsDone, ...seen.steps.map(({ state }) => state)]).toEqual([0, 'failed', 'waiting', 'waiting']);
  const clocks = runProgress(aRun({ ...end, failure: { ...failure, kind: 'clock-off', status: null } }), here);
  expect([clocks.stepsDone, ...clocks.steps.map(({ state }) => state)]).toEqual([1, 'done', 'failed', 'waiting']);
  expect(seen.sentence).toMatch(/^Enpass had a server error \(500\)\. /);
});
