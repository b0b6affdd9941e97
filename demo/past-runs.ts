import { type Day, instantOf, type TimeZone } from '@/lib/domain/day';
import type { FailureKind } from '@/lib/domain/failure';
import type { RunFailure, RunTrigger } from '@/lib/domain/run';
import { cast } from './cast';

/** A run that is over, without its id. */
export type PastRun = {
  readonly trigger: RunTrigger;
  readonly startedByName: string;
  readonly startedAt: Date;
  readonly finishedAt: Date;
  readonly day: Day;
  readonly attempts: number;
  readonly failure: RunFailure | null;
};

/**
 * A believable past for these days, the last one being yesterday: nearly all captured in the morning, some again by hand,
 * some at the second try, and gaps of each sort (Enpass away, a token that ran out over three days, the application not running).
 */
export const pastRuns = (days: readonly Day[], zone: TimeZone): PastRun[] =>
  days.flatMap((day, index) => runsOf({ day, zone, age: days.length - index, index }));

type Past = { readonly day: Day; readonly zone: TimeZone; readonly age: number; readonly index: number };

/** Days before today: what went wrong all day. The rest of the history repeats some of it every half year. */
const lost: Readonly<Record<number, { kind: FailureKind; status: number | null; detail: string | null }>> = {
  11: { kind: 'server-trouble', status: 503, detail: null },
  32: { kind: 'token-refused', status: 401, detail: null },
  33: { kind: 'token-refused', status: 401, detail: null },
  34: { kind: 'token-refused', status: 401, detail: null },
  147: { kind: 'timed-out', status: null, detail: null },
  233: { kind: 'unreachable', status: null, detail: 'ECONNREFUSED' },
};

const notRunning = new Set([61, 290, 291]);

function runsOf(past: Past): PastRun[] {
  const { age, index } = past;
  if (notRunning.has(age)) return [];
  const cause = lost[age];
  if (cause !== undefined) return ['06:00', '06:30', '09:00', '15:00'].map((time) => failed(past, time, cause));
  const early = index % 53 === 20 ? [failed(past, '06:00', { kind: 'rate-limited', status: 429, detail: null })] : [];
  const first = succeeded(past, early.length > 0 ? '06:12' : '06:00', 'scheduled');
  const byHand = index % 41 === 7 || age === 31 ? [succeeded(past, '10:24', 'manual')] : [];
  return [...early, first, ...byHand];
}

function succeeded(past: Past, time: string, trigger: RunTrigger): PastRun {
  const tookMs = 640 + ((past.index * 137) % 900);
  return { ...by(trigger, past), ...after(past, time, tookMs), attempts: 1, failure: null };
}

function failed(past: Past, time: string, cause: Pick<RunFailure, 'kind' | 'status' | 'detail'>): PastRun {
  const attempts = cause.kind === 'token-refused' ? 1 : 4;
  const failure = { ...cause, nextTryAt: null };
  return { ...by('scheduled', past), ...after(past, time, attempts * 4_100), attempts, failure };
}

const by = (trigger: RunTrigger, { day }: Past) => ({
  day,
  trigger,
  startedByName: trigger === 'scheduled' ? 'scheduler' : cast.olga.name,
});

function after({ day, zone, index }: Past, time: string, tookMs: number) {
  const startedAt = new Date(instantOf(day, time, zone).getTime() + ((index * 7) % 40) * 1_000);
  return { startedAt, finishedAt: new Date(startedAt.getTime() + tookMs) };
}
