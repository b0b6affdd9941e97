import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, dayIn, eachDay, type TimeZone } from './day';
import { metrics } from './metrics/adoption';
import { emptySlots, lineOf } from './trend-line';
import { dailySlots, weeklySlots } from './trend-span';

const today = '2026-11-23';
const on = (day: Day, using_enpass: number | null = 1, assigned_license: number | null = 2) => ({
  day,
  using_enpass,
  assigned_license,
});
const values = (rows: ReturnType<typeof on>[], slots: ReturnType<typeof dailySlots>) =>
  lineOf(metrics.using_enpass, rows, { slots: slots.slots, today }).map((point) => point.value);

describe('a line', () => {
  test('has a hole where a day has no snapshot, and no number', () => {
    const slots = dailySlots({ from: '2026-02-27', to: '2026-03-01' });
    expect(values([on('2026-02-27', 420), on('2026-03-01', 0)], slots)).toEqual([420, null, 0]);
  });

  test('never has a number on a day that was not captured', () => {
    const days = eachDay('2026-09-01', today);
    fc.assert(
      fc.property(fc.subarray(days), fc.boolean(), (captured, weekly) => {
        const slots = (weekly ? weeklySlots : dailySlots)({ from: '2026-09-01', to: today }).slots;
        const points = lineOf(
          metrics.using_enpass,
          captured.map((day) => on(day)),
          { slots, today },
        );
        for (const [index, point] of points.entries()) {
          const inside = captured.filter((day) => day >= (slots[index]?.from ?? '') && day <= (slots[index]?.to ?? ''));
          expect(point.value).toBe(inside.length === 0 ? null : 1);
          expect(point.takenDay).toBe(inside.at(-1) ?? null);
        }
      }),
    );
  });

  test('of weekly closes takes the last snapshot of the week, names its day, and says which week is not over', () => {
    const { slots } = weeklySlots({ from: '2026-11-10', to: today });
    const rows = [on('2026-11-10', 1), on('2026-11-14', 5), on('2026-11-23', 7)];
    expect(lineOf(metrics.using_enpass, rows, { slots, today })).toMatchObject([
      { week: '2026-W46', day: '2026-11-15', takenDay: '2026-11-14', value: 5, unfinished: false },
      { week: '2026-W47', day: '2026-11-22', takenDay: null, value: null, unfinished: false },
      { week: '2026-W48', day: '2026-11-29', takenDay: '2026-11-23', value: 7, unfinished: true },
    ]);
  });

  test('carries what a rate is made of, and a rate of nothing is unknown', () => {
    const slots = dailySlots({ from: today, to: today }).slots;
    expect(lineOf(metrics.adoption, [on(today, 260, 420)], { slots, today })).toMatchObject([
      { value: 260 / 420, part: 260, base: 420 },
    ]);
    expect(lineOf(metrics.adoption, [on(today, 0, 0)], { slots, today })).toMatchObject([
      { value: null, part: 0, base: 0, takenDay: today },
    ]);
  });
});

describe('weekly closes', () => {
  const zones = [
    'UTC',
    'Europe/Berlin',
    'America/New_York',
    'Asia/Kolkata',
    'Pacific/Apia',
    'Australia/Lord_Howe',
  ] as const;

  test.each(zones)('of every ISO week 2020 to 2035 are what a naive recount finds in %s', (zone) => {
    const instants: Date[] = [];
    for (
      let at = Date.parse('2019-12-30T00:00:00Z'), step = 7;
      at < Date.parse('2036-01-07');
      step = (step * 31 + 7) % 61
    ) {
      instants.push(new Date(at));
      at += (step === 13 ? 400 : step + 1) * 3_600_000;
    }
    const byDay = new Map(instants.map((instant, index) => [dayIn(instant, zone), on(dayIn(instant, zone), index)]));
    const rows = [...byDay.values()];
    const { slots } = weeklySlots({ from: '2020-01-01', to: '2027-06-30' });
    const later = weeklySlots({ from: '2027-07-05', to: '2035-01-07' });
    const last = weeklySlots({ from: '2035-01-08', to: '2035-12-30' });
    const points = [...slots, ...later.slots, ...last.slots];
    expect(later.weeksPerSlot).toBe(1);
    const naive = new Map<string, number>();
    for (const [index, instant] of instants.entries()) naive.set(naiveWeek(instant, zone), index);
    const line = lineOf(metrics.using_enpass, rows, { slots: points, today: '2040-01-01' });
    expect(line).toHaveLength(835);
    for (const { week, value } of line) expect([week, value]).toEqual([week, naive.get(week ?? '') ?? null]);
  });

  /** Walks day by day from a Monday that is known, instead of calculating. */
  const weekNames = (() => {
    const names = new Map<string, string>();
    let [year, number] = [2019, 53];
    for (let monday: Day = '2019-12-30'; monday < '2036-02-01'; monday = addDays(monday, 7)) {
      number += 1;
      const thursday = addDays(monday, 3);
      if (Number(thursday.slice(0, 4)) !== year) [year, number] = [Number(thursday.slice(0, 4)), 1];
      for (const day of eachDay(monday, addDays(monday, 6)))
        names.set(day, `${year}-W${String(number).padStart(2, '0')}`);
    }
    return names;
  })();

  const naiveWeek = (instant: Date, timeZone: TimeZone): string =>
    weekNames.get(new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(instant)) ?? '';
});

test('a slot is empty when no day of it has a row', () => {
  const { slots } = weeklySlots({ from: '2026-11-02', to: today });
  const points = lineOf(metrics.using_enpass, [on('2026-11-03'), on('2026-11-16', null)], { slots, today });
  expect(emptySlots(points, slots).map(({ week }) => week)).toEqual(['2026-W46', '2026-W48']);
});
