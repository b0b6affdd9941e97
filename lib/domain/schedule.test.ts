import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Day, dayIn, eachDay, happenedIn, startOf, type TimeZone } from './day';
import type { FailureKind } from './failure';
import { type Decision, type Duty, decide, dueAt, nextRunAt, nextTryAt } from './schedule';

const berlin = { timeZone: 'Europe/Berlin', captureTime: '06:00' } as const;
const at = (iso: string) => new Date(iso);
const minutesLater = (instant: Date, minutes: number) => new Date(instant.getTime() + minutes * 60_000);

const duty = (now: string, more: Partial<Duty> = {}): Duty => ({
  ...berlin,
  now: at(now),
  capturedToday: false,
  lastRunToday: null,
  ...more,
});

function failed(finishedAt: string, next: string | null, kind: FailureKind = 'server-trouble'): Duty['lastRunToday'] {
  const failure = { kind, detail: null, status: null, nextTryAt: next === null ? null : at(next) };
  return { outcome: 'failed', finishedAt: at(finishedAt), failure };
}

describe('the scheduler', () => {
  test('waits for the capture time of the organisation’s zone', () => {
    expect(decide(duty('2026-11-23T04:59:00Z'))).toEqual({ kind: 'wait', until: at('2026-11-23T05:00:00Z') });
    expect(decide(duty('2026-11-23T05:00:00Z'))).toEqual({ kind: 'due', day: '2026-11-23' });
  });

  test('catches up after downtime, as long as the day lasts', () => {
    expect(decide(duty('2026-11-23T22:59:00Z'))).toEqual({ kind: 'due', day: '2026-11-23' });
    expect(decide(duty('2026-11-23T23:00:00Z'))).toEqual({ kind: 'wait', until: at('2026-11-24T05:00:00Z') });
  });

  test('has nothing to do once today is captured', () => {
    expect(decide(duty('2026-11-23T09:00:00Z', { capturedToday: true }))).toEqual({ kind: 'nothing' });
    expect(nextRunAt(duty('2026-11-23T09:00:00Z', { capturedToday: true }))).toEqual(at('2026-11-24T05:00:00Z'));
  });

  test('tries a failed run again at its next try, and one that died at once', () => {
    const lastRunToday = failed('2026-11-23T05:01:00Z', '2026-11-23T05:06:00Z');
    expect(decide(duty('2026-11-23T05:05:00Z', { lastRunToday })).kind).toBe('wait');
    expect(nextRunAt(duty('2026-11-23T05:05:00Z', { lastRunToday }))).toEqual(at('2026-11-23T05:06:00Z'));
    expect(decide(duty('2026-11-23T05:06:00Z', { lastRunToday })).kind).toBe('due');
    const died = failed('2026-11-23T05:01:00Z', null, 'not-running');
    expect(decide(duty('2026-11-23T05:01:00Z', { lastRunToday: died })).kind).toBe('due');
  });

  test('does not wait for a run that never ended: the refresh joins it or takes it over', () => {
    const lastRunToday = { outcome: 'running', finishedAt: null, failure: null } as const;
    expect(decide(duty('2026-11-23T05:05:00Z', { lastRunToday })).kind).toBe('due');
  });

  test('a refresh by hand that failed before the capture time does not bring it forward', () => {
    const lastRunToday = failed('2026-11-23T03:00:00Z', '2026-11-23T03:05:00Z', 'timed-out');
    expect(decide(duty('2026-11-23T03:06:00Z', { lastRunToday }))).toEqual({
      kind: 'wait',
      until: at('2026-11-23T05:00:00Z'),
    });
  });
});

describe('the capture time', () => {
  test('is the end of the gap when summer time jumps over it', () => {
    expect(dueAt('2026-03-29', { ...berlin, captureTime: '02:30' })).toEqual(at('2026-03-29T01:00:00Z'));
  });

  test('stays inside a day whose last hour summer time takes away', () => {
    const nuuk = { timeZone: 'America/Nuuk', captureTime: '23:30' } as const;
    expect(dueAt('2026-03-28', nuuk)).toEqual(at('2026-03-29T00:50:00Z'));
    expect(dayIn(dueAt('2026-03-28', nuuk), nuuk.timeZone)).toBe('2026-03-28');
  });

  test('passes over a day that the zone skipped', () => {
    const apia = { timeZone: 'Pacific/Apia', captureTime: '06:00' } as const;
    const now = at('2011-12-29T20:00:00Z');
    expect(dayIn(now, 'Pacific/Apia')).toBe('2011-12-29');
    expect(nextRunAt({ ...apia, now, capturedToday: true, lastRunToday: null })).toEqual(at('2011-12-30T16:00:00Z'));
  });
});

describe('the next try', () => {
  const next = (finishedAt: string, failedRuns: number, retryAfterMs: number | null = null) =>
    nextTryAt({ finishedAt: at(finishedAt), failedRuns, retryAfterMs }, berlin).toISOString();

  test('backs off from five minutes to an hour', () => {
    const waits = [1, 2, 3, 4, 5, 6, 40].map(
      (runs) => (Date.parse(next('2026-11-23T05:01:00Z', runs)) - Date.parse('2026-11-23T05:01:00Z')) / 60_000,
    );
    expect(waits).toEqual([5, 10, 20, 40, 60, 60, 60]);
  });

  test('honours a longer wait that Enpass asks for', () => {
    expect(next('2026-11-23T05:01:00Z', 1, 7_200_000)).toBe('2026-11-23T07:01:00.000Z');
    expect(next('2026-11-23T05:01:00Z', 1, 8_000)).toBe('2026-11-23T05:06:00.000Z');
  });

  test('never waits the day away: last tries ten and two minutes before it ends', () => {
    expect(next('2026-11-23T05:01:00Z', 1, 86_400_000)).toBe('2026-11-23T22:50:00.000Z');
    expect(next('2026-11-23T22:30:00Z', 9)).toBe('2026-11-23T22:50:00.000Z');
    expect(next('2026-11-23T22:51:00Z', 10)).toBe('2026-11-23T22:58:00.000Z');
    expect(next('2026-11-23T22:58:00Z', 11)).toBe('2026-11-24T05:00:00.000Z');
  });

  test('comes the same day for a capture time minutes before midnight, too', () => {
    const next = (captureTime: string, finishedAt: string) =>
      nextTryAt(
        { finishedAt: at(finishedAt), failedRuns: 1, retryAfterMs: null },
        { ...berlin, captureTime },
      ).toISOString();
    expect(next('23:52', '2026-11-23T22:52:30Z')).toBe('2026-11-23T22:57:30.000Z');
    expect(next('23:55', '2026-11-23T22:55:30Z')).toBe('2026-11-23T22:58:00.000Z');
  });

  test('a refresh by hand that failed minutes before a late capture time does not cost the day', () => {
    const late = { ...berlin, captureTime: '23:59' };
    for (const finishedAt of ['2026-11-23T22:51:00Z', '2026-11-23T22:58:30Z']) {
      const next = nextTryAt({ finishedAt: at(finishedAt), failedRuns: 1, retryAfterMs: null }, late);
      expect(next).toEqual(at('2026-11-23T22:59:00Z'));
    }
  });

  test('is not before the capture time', () => {
    expect(next('2026-11-23T03:00:00Z', 1)).toBe('2026-11-23T05:00:00.000Z');
  });

  test('always lies ahead', () => {
    const instant = fc.date({ min: at('2020-01-01T00:00:00Z'), max: at('2030-01-01T00:00:00Z'), noInvalidDate: true });
    const wait = fc.option(fc.integer({ min: 0, max: 10 ** 9 }));
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 30 }), wait, (finishedAt, failedRuns, retryAfterMs) => {
        expect(nextTryAt({ finishedAt, failedRuns, retryAfterMs }, berlin) > finishedAt).toBe(true);
      }),
    );
  });
});

type World = { timeZone: TimeZone; captureTime: string; from: Day; to: Day };
type Weather = { isUp: (now: Date) => boolean; enpassAnswers: (now: Date) => boolean };

/** Lives through a world minute by minute and writes down every successful capture's day, and every decision. */
function live({ from, to, ...timetable }: World, { isUp, enpassAnswers }: Weather) {
  const captures: string[] = [];
  const decisions: (Decision & { now: Date })[] = [];
  let last: { day: Day; run: Duty['lastRunToday']; failures: number } | null = null;
  const end = startOf(to, timetable.timeZone);
  for (let now = startOf(from, timetable.timeZone); now < end; now = minutesLater(now, 1)) {
    if (!isUp(now)) continue;
    const today = dayIn(now, timetable.timeZone);
    const lastRunToday: Duty['lastRunToday'] = last?.day === today ? last.run : null;
    const decision = decide({ ...timetable, now, capturedToday: captures.includes(today), lastRunToday });
    decisions.push({ ...decision, now });
    if (decision.kind !== 'due') continue;
    if (enpassAnswers(now)) captures.push(decision.day);
    else {
      const failures: number = last?.day === today ? last.failures + 1 : 1;
      const next = nextTryAt({ finishedAt: now, failedRuns: failures, retryAfterMs: null }, timetable);
      last = { day: today, run: failed(now.toISOString(), next.toISOString()), failures };
    }
  }
  return { captures, decisions };
}

const worlds: World[] = [
  { timeZone: 'Europe/Berlin', captureTime: '02:30', from: '2026-03-27', to: '2026-03-31' },
  { timeZone: 'Europe/Berlin', captureTime: '02:30', from: '2026-10-24', to: '2026-10-27' },
  { timeZone: 'America/New_York', captureTime: '01:30', from: '2026-10-31', to: '2026-11-03' },
  { timeZone: 'America/New_York', captureTime: '23:59', from: '2026-03-07', to: '2026-03-10' },
  { timeZone: 'Australia/Lord_Howe', captureTime: '02:15', from: '2026-10-03', to: '2026-10-06' },
  { timeZone: 'Australia/Lord_Howe', captureTime: '01:45', from: '2026-04-04', to: '2026-04-07' },
  { timeZone: 'Pacific/Apia', captureTime: '06:00', from: '2011-12-28', to: '2012-01-02' },
  { timeZone: 'America/Nuuk', captureTime: '23:30', from: '2026-03-27', to: '2026-03-31' },
  { timeZone: 'America/Nuuk', captureTime: '00:00', from: '2026-10-23', to: '2026-10-27' },
  { timeZone: 'Asia/Kathmandu', captureTime: '00:00', from: '2026-12-30', to: '2027-01-02' },
  { timeZone: 'UTC', captureTime: '06:00', from: '2026-02-27', to: '2026-03-02' },
];

const daysOf = ({ from, to, timeZone }: World) =>
  eachDay(from, to).filter((day) => day < to && happenedIn(day, timeZone));

describe('minute by minute', () => {
  test.each(worlds)('every day is captured exactly once: $timeZone around $from at $captureTime', (world) => {
    const { captures } = live(world, { isUp: () => true, enpassAnswers: () => true });
    expect(captures).toEqual(daysOf(world));
  });

  test.each(worlds)('downtime and failures cost no day that had a good minute left: $timeZone from $from', (world) => {
    const pattern = fc.record({ downOf: fc.integer({ min: 2, max: 700 }), failOf: fc.integer({ min: 2, max: 300 }) });
    fc.assert(
      fc.property(pattern, ({ downOf, failOf }) => {
        const minute = (now: Date) => now.getTime() / 60_000;
        const isUp = (now: Date) => Math.floor(minute(now) / downOf) % 2 === 0;
        const enpassAnswers = (now: Date) => Math.floor(minute(now) / failOf) % 3 !== 0;
        const { captures, decisions } = live(world, { isUp, enpassAnswers });
        expect(new Set(captures).size).toBe(captures.length);
        for (const day of daysOf(world)) {
          const due = dueAt(day, world);
          const tried = decisions.filter(({ kind, now }) => kind === 'due' && dayIn(now, world.timeZone) === day);
          const hadMinute = decisions.some(({ now }) => now >= due && dayIn(now, world.timeZone) === day);
          expect(tried.length > 0).toBe(hadMinute);
          expect(captures.includes(day)).toBe(tried.some(({ now }) => enpassAnswers(now)));
        }
      }),
      { numRuns: 2 },
    );
  });

  test('a day on which Enpass never answers is tried all day, but not every minute', () => {
    const world = { ...berlin, from: '2026-11-23', to: '2026-11-24' } as const;
    const { decisions } = live(world, { isUp: () => true, enpassAnswers: () => false });
    const tries = decisions.filter(({ kind }) => kind === 'due').map(({ now }) => now.toISOString().slice(11, 16));
    expect(tries.slice(0, 6)).toEqual(['05:00', '05:05', '05:15', '05:35', '06:15', '07:15']);
    expect(tries.slice(-2)).toEqual(['22:50', '22:58']);
    expect(tries).toHaveLength(23);
  });
});
