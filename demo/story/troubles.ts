import type { RunFailure } from '@/lib/domain/run';
import type { Place } from './calendar';

export type Cause = Pick<RunFailure, 'kind' | 'status' | 'detail'>;

/** What keeps runs from succeeding on a day; `until` is a time of day (HH:MM), null when nothing came through until midnight. */
export type Trouble = Place & {
  readonly cause: Cause;
  readonly until: string | null;
  /** What Enpass asked to wait, in minutes. */
  readonly retryAfter?: number;
  /** Somebody mended it at `until`, and the scheduler asks again at once instead of when it meant to. */
  readonly mended?: true;
};

const tokenRefused: Cause = { kind: 'token-refused', status: 401, detail: null };
const serverError = (status: number): Cause => ({ kind: 'server-trouble', status, detail: null });
const unreachable = (detail: string): Cause => ({ kind: 'unreachable', status: null, detail });
const timedOut: Cause = { kind: 'timed-out', status: null, detail: null };

export const troubles: readonly Trouble[] = [
  trouble(-44, 4, { cause: serverError(500), until: '06:04' }),
  trouble(-38, 2, { cause: { kind: 'rate-limited', status: 429, detail: null }, until: '06:01', retryAfter: 12 }),
  trouble(-32, 3, { cause: unreachable('ENOTFOUND'), until: null }),
  trouble(-29, 2, {
    cause: { kind: 'unexpected-answer', status: 200, detail: 'enpass_active_users is not an object' },
    until: '07:40',
  }),
  trouble(-24, 4, { cause: { kind: 'not-running', status: null, detail: 'stopped' }, until: '06:01' }),
  trouble(-20, 5, { cause: timedOut, until: null }),
  trouble(-18, 1, {
    cause: { kind: 'unreadable-answer', status: 200, detail: 'a web page' },
    until: '10:20',
  }),
  trouble(-12, 3, { cause: timedOut, until: '08:05' }),
  trouble(-7, 2, { cause: unreachable('ECONNRESET'), until: '06:04' }),
  // The token ran out on a Friday evening; nobody looks at the weekend.
  trouble(-6, 6, { cause: tokenRefused, until: null }),
  trouble(-6, 7, { cause: tokenRefused, until: null }),
  trouble(-5, 1, { cause: tokenRefused, until: '09:12', mended: true }),
  trouble(-4, 3, { cause: serverError(502), until: '06:31' }),
  trouble(-2, 4, { cause: serverError(503), until: null }),
  trouble(-1, 2, { cause: { kind: 'rate-limited', status: 429, detail: null }, until: '06:01', retryAfter: 15 }),
];

/** Days on which the application was not running at all: a power cut at a weekend, and its server moved. */
export const notRunning: readonly Place[] = [
  { week: -41, weekday: 6 },
  { week: -41, weekday: 7 },
  { week: -9, weekday: 3 },
];

/** When Olga asked for a snapshot herself. */
export const byHand: readonly (Place & { readonly time: string })[] = [
  hand(-47, 1, '17:05'),
  hand(-40, 1, '09:20'),
  hand(-29, 2, '07:32'),
  hand(-25, 2, '16:20'),
  hand(-18, 1, '09:50'),
  hand(-18, 1, '10:24'),
  hand(-14, 4, '16:05'),
  hand(-12, 1, '11:15'),
  hand(-9, 5, '14:10'),
  hand(-5, 1, '08:41'),
  hand(-5, 3, '15:30'),
  hand(-2, 4, '11:40'),
];

function trouble(week: number, weekday: number, of: Omit<Trouble, keyof Place>): Trouble {
  return { week, weekday, ...of };
}

function hand(week: number, weekday: number, time: string) {
  return { week, weekday, time };
}
