import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '@/lib/domain/day';
import { type AdoptionCounts, countFields, type Snapshot } from '@/lib/domain/snapshot';
import { csvHeader, csvLines } from '@/lib/views/exports/csv';
import { parseCsvHistory } from './csv-file';

const header = ['day', ...countFields].join(',');
const line = (day: string, cells: string | number = 7) => [day, ...countFields.map(() => cells)].join(',');
const file = (...lines: string[]) => [header, ...lines].join('\n');
const messagesOf = (text: string) => parseCsvHistory(text).errors.map(({ line, message }) => `${line}: ${message}`);

describe('a CSV file of old numbers', () => {
  test('gives one row for each day, with the line it stands on', () => {
    const { rows, errors } = parseCsvHistory(`${file(line('2026-02-27'), '', line('2026-02-28', 0))}\r\n`);
    expect(errors).toEqual([]);
    expect(rows.map((row) => [row.line, row.day, row.counts.total_license])).toEqual([
      [2, '2026-02-27', 7],
      [4, '2026-02-28', 0],
    ]);
  });

  test('may order its columns as it likes, begin with a BOM and use semicolons', () => {
    const columns = [...countFields.toReversed(), 'day'];
    const cells = [...countFields.map((_, index) => 16 - index), '2026-02-27'];
    const { rows } = parseCsvHistory(`\uFEFF${columns.join(';')}\n${cells.join(';')}\n`);
    expect(rows[0]?.counts.inactive_users).toBe(16);
  });

  test('knows a blank cell as unknown, never as zero', () => {
    const { rows } = parseCsvHistory(file(`2026-02-27,5${','.repeat(countFields.length - 1)}`));
    expect(rows[0]?.counts.total_license).toBe(5);
    expect(rows[0]?.counts.inactive_users).toBeNull();
  });

  test('needs a day and one count; what its columns do not name is unknown', () => {
    const { rows, errors } = parseCsvHistory('using_enpass,day\n85,2026-02-27');
    expect(errors).toEqual([]);
    expect(rows[0]?.counts).toEqual({
      ...Object.fromEntries(countFields.map((field) => [field, null])),
      using_enpass: 85,
    });
  });

  test('may hold what spreadsheets leave behind: emptied rows, empty last columns, 1500.0 and 2026/10/25', () => {
    const text = 'day,using_enpass,,\n,,,\n2026/10/25,1500.0,,\n2026-10-26,7\n , , , \n';
    const { rows, errors } = parseCsvHistory(text);
    expect(errors).toEqual([]);
    expect(rows.map(({ line, day, counts }) => [line, day, counts.using_enpass])).toEqual([
      [3, '2026-10-25', 1500],
      [4, '2026-10-26', 7],
    ]);
    expect(messagesOf('day,using_enpass\n2026-10-25,7,8')).toEqual(['2: 3 cells where the header has 2']);
  });

  test('is refused for a missing, an unknown or a repeated column', () => {
    expect(messagesOf(`day,${countFields.slice(1).join(',')},nonsense,day\n`)).toEqual([
      '1: The column "nonsense" is not known',
      '1: The column "day" is there twice',
    ]);
    expect(messagesOf('when,what\n1,2')).toEqual([
      '1: The column "when" is not known',
      '1: The column "what" is not known',
      '1: The column "day" is missing',
      '1: No column has counts: at least one is needed',
    ]);
  });

  test.each(['2026-02-30', '27.02.2026', '10/11/2025', '2026-2-7', '', '2026-02-27T00:00:00Z'])(
    'is refused for the day %j',
    (day) => {
      expect(messagesOf(file(line('2026-01-01'), line(day)))).toEqual([
        `3: The day "${day}" is not a date like 2026-02-27`,
      ]);
    },
  );

  test.each(['-1', '1.5', '1.234', '1.000', '1e3', '1 000', 'many', '10000001', '99999999999999999999', '0x10', '+3'])(
    'is refused for the count %j',
    (cell) => {
      const text = file(line('2026-01-01').replace(/7$/, cell));
      expect(messagesOf(text)).toEqual([
        `2: inactive_users is ${JSON.stringify(cell)}, not a whole number from 0 to 10,000,000`,
      ]);
    },
  );

  test('is refused for a row with too few or too many cells', () => {
    expect(messagesOf(file('2026-01-01,1', `${line('2026-01-02')},9`))).toEqual([
      '2: 2 cells where the header has 18',
      '3: 19 cells where the header has 18',
    ]);
  });

  test('is refused when it is empty, has no row, or its quotes do not match', () => {
    expect(messagesOf('')).toEqual(['1: The file is empty']);
    expect(messagesOf(`${header}\n`)).toEqual(['1: There is no row below the header']);
    expect(messagesOf(`${file(line('2026-01-01'))}\n"2026-01-02,1`)).toEqual([
      '3: The quotes in this line do not match',
    ]);
  });

  test('never throws, whatever is in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        parseCsvHistory(text);
        expect(parseCsvHistory(`${header}\n${text}`).rows.length).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

test('an export imports as it was exported', () => {
  fc.assert(
    fc.property(fc.array(snapshot, { minLength: 1, maxLength: 20 }), (list) => {
      const { rows, errors } = parseCsvHistory(csvHeader() + csvLines(list));
      expect(errors).toEqual([]);
      expect(rows.map(({ day, takenAt, counts }) => ({ day, takenAt, counts }))).toEqual(
        list.map(({ day, takenAt, counts }) => ({ day, takenAt, counts })),
      );
    }),
  );
});

const counts: fc.Arbitrary<AdoptionCounts> = fc
  .array(fc.option(fc.integer({ min: 0, max: 10_000_000 })), { minLength: 17, maxLength: 17 })
  .map(
    (values) => Object.fromEntries(countFields.map((field, index) => [field, values[index] ?? null])) as AdoptionCounts,
  );

const snapshot: fc.Arbitrary<Snapshot> = fc.record({
  day: fc.integer({ min: 0, max: 20_000 }).map((offset) => addDays('2000-01-01', offset)),
  takenAt: fc.date({ min: new Date('2000-01-01'), max: new Date('2060-01-01'), noInvalidDate: true }),
  source: fc.constantFrom('scheduled', 'manual', 'imported'),
  counts,
});
