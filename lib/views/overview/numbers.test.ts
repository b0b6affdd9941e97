import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, eachDay } from '@/lib/domain/day';
import { type AdoptionCounts, countFields, type Snapshot } from '@/lib/domain/snapshot';
import { chartDays, overviewFields, overviewNumbers } from './numbers';

const today = '2026-11-23';
const counts = Object.fromEntries(countFields.map((field, index) => [field, 100 + index])) as AdoptionCounts;
const snapshotOf = (day: Day, over: Partial<AdoptionCounts> = {}): Snapshot => ({
  day,
  takenAt: new Date(`${day}T05:00:00Z`),
  source: 'scheduled',
  counts: { ...counts, ...over },
});
const rowOf = (day: Day, over: Partial<AdoptionCounts> = {}) => ({ day, ...counts, ...over });
const strokes = (path: string | undefined): number => (path?.match(/M/g) ?? []).length;

const ask = (days: readonly Day[], latest = snapshotOf(days.at(-1) ?? today)) =>
  overviewNumbers({ latest, rows: days.map((day) => rowOf(day)), gaps: [], first: days[0] ?? today, today });

describe('the overview’s numbers', () => {
  test('promise a change from the seventh day on, while history is young', () => {
    expect(ask(['2026-11-20', '2026-11-21', today])).toMatchObject({
      against: null,
      changeKnownFrom: '2026-11-27',
      headline: { change: null, split: null },
    });
  });

  test('promise no change when history is old but a week ago was missed', () => {
    expect(ask(['2026-10-01', today])).toMatchObject({ against: null, changeKnownFrom: null });
  });

  test('compare the last snapshot with its own week before when today is missing', () => {
    expect(ask(['2026-11-13', '2026-11-20']).against).toBe('2026-11-13');
  });

  test('call the close of a week that is not over so far', () => {
    const { closes } = ask(['2026-11-13', '2026-11-20', today]);
    expect(closes.map(({ soFar }) => soFar)).toEqual([false, false, true]);
  });

  test('draw nothing from a single day', () => {
    const { chart, stages, features } = ask([today]);
    expect(chart).toBeNull();
    expect([...stages, ...features].map((row) => row.spark)).toEqual(Array(7).fill(null));
  });

  test('leave unknown what an imported day did not know', () => {
    const numbers = ask(['2026-11-16', today], snapshotOf(today, { assigned_license: null, using_autofill: null }));
    expect(numbers.headline).toMatchObject({ after: { value: null, base: null }, change: null, split: null });
    expect(numbers.features[1]).toMatchObject({ id: 'autofill', count: null, share: null, compared: { change: null } });
    expect(numbers.stages[0]).toMatchObject({ count: null, share: null, compared: { change: null } });
  });

  test('never say 0% or 100% of nothing', () => {
    const nobody = Object.fromEntries(countFields.map((field) => [field, 0])) as AdoptionCounts;
    const { headline, stages, features } = ask([today], snapshotOf(today, nobody));
    expect([headline.after.value, ...stages.map((row) => row.share), ...features.map((row) => row.share)]).toEqual(
      Array(8).fill(null),
    );
  });

  test('ask the store for every count they draw', () => {
    const asked = new Set<string>(overviewFields);
    const { stages } = ask([today]);
    for (const stage of stages) expect([stage.id, stage.before].every((field) => asked.has(field))).toBe(true);
    const narrow = (day: Day) => ({ day, ...Object.fromEntries(overviewFields.map((field) => [field, 5])) });
    const rows = (['2026-11-15', '2026-11-16', today] as const).map(narrow);
    const numbers = overviewNumbers({ latest: snapshotOf(today), rows, gaps: [], first: '2026-11-15', today });
    expect([...numbers.stages, ...numbers.features].every((row) => row.spark && row.compared.change !== null)).toBe(
      true,
    );
  });

  test('leave every gap open in every line', () => {
    const missing = fc.uniqueArray(fc.integer({ min: 2, max: 80 }), { maxLength: 12 });
    fc.assert(
      fc.property(missing, (offsets) => {
        const gone = new Set(offsets.map((offset) => addDays(today, -offset)));
        const days = eachDay(addDays(today, 1 - chartDays), today).filter((day) => !gone.has(day));
        const holes = days.filter((day, index) => index > 0 && days[index - 1] !== addDays(day, -1)).length;
        const { stages, features, chart } = ask(days);
        for (const row of [...stages, ...features]) expect(strokes(row.spark?.path)).toBe(holes + 1);
        expect(strokes(chart?.wide.line)).toBe(holes + 1);
      }),
      { numRuns: 40 },
    );
  });
});
