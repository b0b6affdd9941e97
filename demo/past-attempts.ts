import { createHash } from 'node:crypto';
import type { RunAttempt } from '@/lib/domain/run-attempt';
import type { PastRun } from './past-runs';

const waitMs = 4_000;

/** The requests of a run that is over; all but the last of one that succeeded failed as the run's day did. */
export function pastAttempts({ startedAt, finishedAt, attempts, failure }: PastRun, body: string): RunAttempt[] {
  return Array.from({ length: attempts }, (_, index) => {
    const begun = new Date(startedAt.getTime() + index * waitMs);
    const isLast = index === attempts - 1;
    const ended = isLast ? finishedAt : new Date(begun.getTime() + 240 + index * 35);
    const times = { number: index + 1, startedAt: begun, finishedAt: ended };
    if (failure === null) return { ...times, status: 200, ...factsOf(body), failure: null };
    const { kind, detail, status } = failure;
    return { ...times, status, bytes: null, sha256: null, failure: { kind, detail, status } };
  });
}

const factsOf = (body: string) => ({
  bytes: Buffer.byteLength(body),
  sha256: createHash('sha256').update(body).digest('hex'),
});
