import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { grouped } from '@/lib/domain/count-groups';
import { addDays, type Day } from '@/lib/domain/day';
import { type AdoptionCounts, countFields, type Snapshot } from '@/lib/domain/snapshot';
import { jsonDay } from '@/lib/views/exports/json';
import { wholeHistory } from '@/tests/support/whole-history';
import { jsonSlices } from './json-file';

const parsed = (text: string) => wholeHistory(jsonSlices(text));

const counts = Object.fromEntries(countFields.map((field, index) => [field, index])) as AdoptionCounts;
const dayOf = (day: Day, change: object = {}) => ({ day, ...grouped(counts), ...change });
const messagesOf = (value: unknown) =>
  parsed(JSON.stringify(value, null, 2)).faults.map(({ line, message }) => `${line}: ${message}`);

describe('a JSON file of old numbers', () => {
  test("takes Enpass's three objects as they came, with their day", () => {
    const answer = dayOf('2026-02-27', { error: false, code: 'adoption_overview' });
    const { rows, faults } = parsed(JSON.stringify([answer]));
    expect(faults).toEqual([]);
    expect(rows).toEqual([{ line: 1, day: '2026-02-27', takenAt: null, counts }]);
  });

  test('names the line on which a wrong day begins', () => {
    const list = [dayOf('2026-02-27'), 'a "string", with [brackets]', dayOf('2026-02-30')];
    expect(messagesOf(list)).toEqual([
      '28: "a "string", with [bracke…" is not an object with a day',
      '29: The day "2026-02-30" is not a date like 2026-02-27',
    ]);
  });

  test('knows a missing field or object as unknown, never as zero', () => {
    const { inactive_users: _, ...short } = grouped(counts).enpass_active_users;
    const read = (change: object) => parsed(JSON.stringify([dayOf('2026-02-27', change)])).rows[0]?.counts;
    expect(read({ enpass_active_users: short })).toEqual({ ...counts, inactive_users: null });
    expect(read({ enpass_active_users: undefined })).toMatchObject({ total_users: null, total_license: 0 });
    expect(parsed('[{"day":"2026-02-27"}]')).toMatchObject({ rows: [{ day: '2026-02-27' }], faults: [] });
  });

  test('is refused for an unknown field, and for a count that is none', () => {
    const { inactive_users: _, ...short } = grouped(counts).enpass_active_users;
    expect(
      messagesOf([dayOf('2026-02-27', { enpass_active_users: { ...short, inactive_users: '3', more: 1 } })]),
    ).toEqual([
      '2: The field "more" of enpass_active_users is not known',
      '2: inactive_users is "3", not a whole number from 0 to 10,000,000',
    ]);
    expect(messagesOf([dayOf('2026-02-27', { enpass_active_users: 7, extra: 1 })])).toEqual([
      '2: The field "extra" is not known',
      '2: "enpass_active_users" is not an object',
    ]);
    expect(messagesOf([grouped(counts)])).toEqual(['2: The field "day" is missing']);
  });

  test('is refused when it is no list or an empty one', () => {
    expect(messagesOf({})).toEqual(['1: The file is not a JSON list of days']);
    expect(parsed('[{').faults).toMatchObject([{ line: 1, message: 'The file is not a JSON list of days' }]);
    expect(messagesOf([])).toEqual(['1: The list has no day']);
  });

  test.each([
    '[{"day":"2026-02-27"}',
    '[{"day":"2026-02-27"},]',
    '[,{"day":"2026-02-27"}]',
    '[{"day":"2026-02-27"}],[]',
    '[{"day":"2026-02-27"} {"day":"2026-02-28"}]',
    '[{"day":"2026-02-27"}]]',
    '[[{"day":"2026-02-27"}]',
    '[{"day":"2026-02-27}]',
    '[{"day":2026-02-27}]',
    '["\\"]',
    '',
    '[',
    ']',
    'null',
    '{"day":"2026-02-27"}\n{"day":"2026-02-28"}',
  ])('is refused for what is no JSON: %s', (text) => {
    expect(
      parsed(text)
        .faults.map(({ cause }) => cause)
        .at(-1),
    ).toBe('not-a-list');
  });

  test('is a list exactly where JSON has one', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), fc.nat({ max: 3 }), (list, indent) => {
        const { faults } = parsed(JSON.stringify(list, null, indent));
        const kinds = faults.map(({ cause }) => cause);
        expect(kinds).not.toContain('not-a-list');
        expect(kinds.includes('no-days')).toBe(list.length === 0);
      }),
    );
    fc.assert(
      fc.property(fc.stringMatching(/^[[\]{},:"\\ \n1a]*$/), (text) => {
        const isList = text.search(/\S/) >= 0 && Array.isArray(orNull(text));
        expect(parsed(text).faults.some(({ cause }) => cause === 'not-a-list')).toBe(!isList);
      }),
    );
  });

  test('is read as it was written, however it is laid out', () => {
    const days = fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(days, fc.constantFrom(undefined, 2, '\t'), (offsets, indent) => {
        const list = offsets.map((offset) => dayOf(addDays('2000-01-01', offset), { source: '],[{"\\' }));
        const { rows, faults } = parsed(JSON.stringify(list, null, indent));
        expect(faults).toEqual([]);
        expect(rows.map((row) => [row.day, row.counts])).toEqual(list.map(({ day }) => [day, counts]));
      }),
    );
  });

  test('comes back from our own export with the same numbers', () => {
    const snapshot: Snapshot = {
      day: '2026-02-27',
      takenAt: new Date('2026-02-27T05:00:01.234Z'),
      source: 'scheduled',
      counts: { ...counts, active_users: null },
    };
    const { rows } = parsed(`[\n${jsonDay(snapshot)}\n]`);
    expect(rows).toEqual([{ line: 2, day: snapshot.day, takenAt: snapshot.takenAt, counts: snapshot.counts }]);
  });
});

function orNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
