import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readOutOf, spansAround } from './annotation';
import { addDays, type Day, daysBetween, eachDay } from './day';
import { metrics } from './metrics/adoption';
import { lengthInDays } from './period';

const known = { first: '2026-01-01', last: '2026-11-23' } as const;
const rows = (days: Day[]) => days.map((day) => ({ day, using_enpass: daysBetween('2026-01-01', day) }));

describe('the spans around an annotation', () => {
  test('are four weeks up to its first day and from its last', () => {
    expect(spansAround({ from: '2026-06-01', to: '2026-06-05' }, known)).toEqual({
      before: { from: '2026-05-04', to: '2026-06-01' },
      after: { from: '2026-06-05', to: '2026-07-03' },
    });
  });

  test('are always equally long, and none when a side has less than a week', () => {
    const day = fc.integer({ min: -20, max: 350 }).map((offset) => addDays(known.first, offset));
    fc.assert(
      fc.property(day, fc.nat(30), (from, length) => {
        const spans = spansAround({ from, to: addDays(from, length) }, known);
        const room = Math.min(daysBetween(known.first, from), daysBetween(addDays(from, length), known.last));
        expect(spans === null).toBe(room < 7);
        if (!spans) return;
        expect(lengthInDays(spans.before)).toBe(lengthInDays(spans.after));
        expect(spans.before.from >= known.first && spans.after.to <= known.last).toBe(true);
      }),
    );
  });
});

describe('a before and after', () => {
  const spans = {
    before: { from: '2026-05-04', to: '2026-06-01' },
    after: { from: '2026-06-05', to: '2026-07-03' },
  } as const;

  test('is the net change a week in each span', () => {
    const steady = rows(eachDay('2026-05-01', '2026-07-31'));
    expect(readOutOf(metrics.using_enpass, steady, spans)).toEqual({
      before: { from: '2026-05-04', to: '2026-06-01', change: 28, perWeek: 7 },
      after: { from: '2026-06-05', to: '2026-07-03', change: 28, perWeek: 7 },
    });
  });

  test('uses the nearest earlier snapshot within three days and says which, and divides by the days that really lie between', () => {
    const gappy = rows(['2026-05-02', '2026-06-01', '2026-06-05', '2026-07-03']);
    expect(readOutOf(metrics.using_enpass, gappy, spans)?.before).toEqual({
      from: '2026-05-02',
      to: '2026-06-01',
      change: 30,
      perWeek: 7,
    });
  });

  test('never begins its after before the annotation ends: a gap there is stood in for by a later day', () => {
    const gappy = rows(['2026-05-04', '2026-06-01', '2026-06-04', '2026-06-07', '2026-07-03']);
    expect(readOutOf(metrics.using_enpass, gappy, spans)?.after).toEqual({
      from: '2026-06-07',
      to: '2026-07-03',
      change: 26,
      perWeek: 7,
    });
    expect(
      readOutOf(metrics.using_enpass, rows(['2026-05-04', '2026-06-01', '2026-06-04', '2026-07-03']), spans),
    ).toBeNull();
  });

  test('is unknown when an end has no snapshot near it or no number', () => {
    expect(
      readOutOf(metrics.using_enpass, rows(['2026-04-30', '2026-06-01', '2026-06-05', '2026-07-03']), spans),
    ).toBeNull();
    expect(readOutOf(metrics.adoption, rows(eachDay('2026-05-01', '2026-07-31')), spans)).toBeNull();
  });
});
