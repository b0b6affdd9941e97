import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, eachDay } from './day';
import { lengthInDays } from './period';
import { intervalFor, mostPoints, periodOf, previousSlots, slotsOf, weeklySlots } from './trend-span';
import { daysOfWeek, weekOf } from './week';

const anyDay = fc.integer({ min: 0, max: 36_889 }).map((days) => addDays('2000-01-01', days));
const anyPeriod = fc
  .tuple(anyDay, fc.integer({ min: 0, max: 36_524 }))
  .map(([from, days]) => ({ from, to: addDays(from, days) }));

describe('a preset', () => {
  const history = { today: '2026-11-23', first: '2026-05-25' } as const;

  test('is that many weeks up to today', () => {
    expect(periodOf('12w', history)).toEqual({ from: '2026-09-01', to: '2026-11-23' });
    expect(lengthInDays(periodOf('52w', history))).toBe(364);
  });

  test('of all begins with the first snapshot', () => {
    expect(periodOf('all', history)).toEqual({ from: '2026-05-25', to: '2026-11-23' });
    expect(periodOf('all', { today: '2026-11-23', first: null }).to).toBe('2026-11-23');
  });

  test('is drawn daily up to 26 weeks, weekly above', () => {
    expect(intervalFor(periodOf('26w', history))).toBe('day');
    expect(intervalFor({ from: '2026-05-24', to: '2026-11-22' })).toBe('week');
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
        const before = previousSlots(now);
        expect(before.slots.map(lengthInDays)).toEqual(now.slots.map(lengthInDays));
        expect(before.slots.at(-1)?.to).toBe(addDays(now.period.from, -1));
      }),
    );
    expect(previousSlots(slotsOf({ from: '2026-03-01', to: '2026-03-31' }, 'day')).slots.map(({ to }) => to)).toEqual(
      eachDay('2026-01-29', '2026-02-28'),
    );
  });
});
