import { expect, test } from 'vitest';
import type { Run } from '@/lib/domain/run';
import { attemptRow, withoutAttemptsWords } from './attempt-words';

const at = (time: string) => new Date(`2026-01-05T${time}Z`);
const run: Run = {
  id: 'r',
  trigger: 'scheduled',
  startedByName: 'scheduler',
  startedAt: at('05:00:00'),
  finishedAt: at('05:00:12'),
  outcome: 'failed',
  day: '2026-01-05',
  attempts: 4,
  stage: 'done',
  waitingUntil: null,
  readingId: null,
  failure: { kind: 'server-trouble', detail: null, status: 503, nextTryAt: null },
};

test('an attempt is told by its time, its status and what came back', () => {
  const failed = {
    status: 503,
    bytes: null,
    sha256: null,
    failure: { kind: 'server-trouble', detail: null, status: 503 },
  } as const;
  expect(
    attemptRow({ number: 2, startedAt: at('05:00:04.9'), finishedAt: at('05:00:06.1'), ...failed }, 'Europe/Berlin'),
  ).toEqual({
    number: 2,
    asked: '06:00:04',
    took: '1.2 s',
    status: '503',
    size: '—',
    cameBack: 'Server error (503)',
    sha256: null,
  });
});

test('of a run whose attempts were not kept one by one what is known is said', () => {
  expect(withoutAttemptsWords(run)).toContain('4 requests sent; the last one ended with: Server error (503).');
  expect(withoutAttemptsWords({ ...run, outcome: 'succeeded', failure: null, attempts: 1 })).toContain(
    '1 request sent; it was answered with the 17 counts.',
  );
  expect(withoutAttemptsWords({ ...run, attempts: 0 })).toBe('Nothing was sent to Enpass.');
  expect(withoutAttemptsWords({ ...run, outcome: 'running' })).toBe('The first request is under way.');
});
