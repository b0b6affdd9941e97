import { type TimeZone, timeIn } from '@/lib/domain/day';
import type { Run } from '@/lib/domain/run';
import type { RunAttempt } from '@/lib/domain/run-attempt';
import { failureWords } from '../words/failures';
import { countWords, durationWords, plural } from '../words/numbers';

export type AttemptRow = {
  readonly number: number;
  readonly asked: string;
  readonly took: string;
  readonly status: string;
  readonly size: string;
  readonly cameBack: string;
  readonly sha256: string | null;
};

/** An attempt as a row of a table: HH:MM:SS in the organisation's zone, then what came back. */
export const attemptRow = (attempt: RunAttempt, timeZone: TimeZone): AttemptRow => ({
  number: attempt.number,
  asked: secondsWords(attempt.startedAt, timeZone),
  took: durationWords(attempt.finishedAt.getTime() - attempt.startedAt.getTime()),
  status: attempt.status === null ? 'no answer' : String(attempt.status),
  size: bytesWords(attempt.bytes),
  cameBack: attempt.failure ? failureWords(attempt.failure).title : 'The 17 counts',
  sha256: attempt.sha256,
});

/** 06:00:04: what the clock shows to the second. */
export const secondsWords = (instant: Date, timeZone: TimeZone): string =>
  `${timeIn(instant, timeZone)}:${String(instant.getUTCSeconds()).padStart(2, '0')}`;

/** 1,234 bytes; a dash when the answer was not read whole. */
export const bytesWords = (bytes: number | null): string => (bytes === null ? '—' : `${countWords(bytes)} bytes`);

/** What is known of a run's attempts where none of them was kept by itself. */
export function withoutAttemptsWords({ attempts, outcome, failure }: Run): string {
  if (outcome === 'running') return 'The first request is under way.';
  if (attempts === 0) return 'Nothing was sent to Enpass.';
  const how = failure
    ? `the last one ended with: ${failureWords(failure).title}`
    : attempts === 1
      ? 'it was answered with the 17 counts'
      : 'the last one was answered with the 17 counts';
  return `${plural(attempts, 'request')} sent; ${how}. This run is from before requests were kept one by one, so their times are not known.`;
}
