import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, eachDay } from './day';
import { lengthInDays } from './period';
import {
  begunWith,
  intervalFor,
  mostPoints,
  periodOf,
  previousSlots,
  slotsOf,
  type TrendPreset,
  trendPresets,
  weeklySlots,
} from './trend-span';
import { daysOfWeek, weekOf } from './week';

const anyDay = fc.integer({ min: 0, max: 36_889 }).map((days) => addDays('2000-01-01', days));
const anyPeriod = fc
  .tuple(anyDay, fc.integer({ min: 0, max: 36_524 }))
  .map(([from, days]) => ({ from, to: addDays(from, days) }));

describe('a preset', () => {
  const history = { today: '2026-11-23', first: '2026-05-25' } as const;

  test('is that many weeks up to today', () => {
    expect(periodOf('12w', history)).toEqual({ from: '2026-09-01', to: '2026-11-23' });
    expect(lengthInDays(periodOf('26w', history))).toBe(182);
  });

  test.each(['2026-11-22', '2026-11-23', '2026-11-25', '2027-01-01'] as const)(
    'of weekly closes shows that many weeks on %s',
    (today) => {
      for (const preset of ['4w', '12w', '26w', '52w'] as const satisfies TrendPreset[]) {
        const { slots } = weeklySlots(periodOf(preset, { today, first: null, interval: 'week' }));
        expect([preset, slots.length]).toEqual([preset, trendPresets[preset]]);
        expect(slots.at(-1)?.week).toBe(weekOf(today));
      }
      expect(slotsOf(periodOf('52w', { today, first: null }), 'week').slots).toHaveLength(52);
    },
  );

  test('of all begins with the first snapshot', () => {
    expect(periodOf('all', history)).toEqual({ from: '2026-05-25', to: '2026-11-23' });
    expect(periodOf('all', { today: '2026-11-23', first: null }).to).toBe('2026-11-23');
  });

  test('is drawn daily up to 26 weeks, weekly above', () => {
    expect(intervalFor(periodOf('26w', history))).toBe('day');
    expect(intervalFor({ from: '2026-05-24', to: '2026-11-22' })).toBe('week');
  });
});

describe('whole weeks', () => {
  test('do not begin before the first snapshot, unless those days were asked for', () => {
    const all = { from: '2026-05-27', to: '2026-11-23' } as const;
    const begun = begunWith('2026-05-27', all, weeklySlots(all));
    expect([begun.period.from, begun.slots[0]]).toEqual([
      '2026-05-27',
      { from: '2026-05-27', to: '2026-05-31', week: '2026-W22' },
    ]);
    const earlier = { from: '2026-05-20', to: '2026-11-23' } as const;
    expect(begunWith('2026-05-27', earlier, weeklySlots(earlier)).period.from).toBe('2026-05-18');
  });
});

describe('the slots of a line', () => {
  test('are never more than 400, whatever the period', () => {
    fc.assert(
      fc.property(anyPeriod, (period) => {
        expect(weeklySlots(period).slots.length).toBeLessThanOrEqual(mostPoints);
      }),
    );
    expect(weeklySlots({ from: '1976-11-24', to: '2026-11-23' })).toMatchObject({ weeksPerSlot: 13 });
  });

  test('cover their whole weeks without hole or overlap', () => {
    fc.assert(
      fc.property(anyPeriod, fc.constantFrom('day' as const, 'week' as const), (period, interval) => {
        fc.pre(interval === 'week' || lengthInDays(period) <= 400);
        const { slots, period: whole } = slotsOf(period, interval);
        expect(slots[0]?.from).toBe(whole.from);
        expect(slots.at(-1)?.to).toBe(whole.to);
        for (const [index, slot] of slots.slice(1).entries()) expect(addDays(slot.from, -1)).toBe(slots[index]?.to);
        expect(whole.from <= period.from && whole.to >= period.to).toBe(true);
        if (interval === 'week')
          expect([whole.from, whole.to]).toEqual([
            daysOfWeek(weekOf(period.from)).from,
            daysOfWeek(weekOf(period.to)).to,
          ]);
      }),
    );
  });

  test('of more weeks each end where they ended when the period was another', () => {
    const ends = (from: Day) => new Set(weeklySlots({ from, to: '2026-11-23' }).slots.map(({ to }) => to));
    const [longer, shorter] = [ends('1976-11-24'), ends('1977-03-07')];
    expect([...shorter].filter((day) => !longer.has(day))).toEqual([]);
  });

  test('of the period before are as many and as long, and end the day before', () => {
    fc.assert(
      fc.property(anyPeriod, (period) => {
        const now = weeklySlots(period);
        const before = previousSlots(now, '2999-12-31');
        expect(before.slots.map(lengthInDays)).toEqual(now.slots.map(lengthInDays));
        expect(before.slots.at(-1)?.to).toBe(addDays(now.period.from, -1));
      }),
    );
    const march = slotsOf({ from: '2026-03-01', to: '2026-03-31' }, 'day');
    expect(previousSlots(march, '2026-11-23').slots.map(({ to }) => to)).toEqual(eachDay('2026-01-29', '2026-02-28'));
  });

  test('of the period before set equally many days beside a week that is not over', () => {
    const now = weeklySlots({ from: '2026-11-02', to: '2026-11-25' });
    const before = previousSlots(now, '2026-11-25');
    expect(before.period).toEqual({ from: '2026-10-05', to: '2026-10-28' });
    expect(before.slots.at(-1)).toEqual({ from: '2026-10-26', to: '2026-10-28', week: '2026-W44' });
    expect(before.slots.slice(0, -1).map(lengthInDays)).toEqual([7, 7, 7]);
  });
});
