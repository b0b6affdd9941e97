import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '@/lib/domain/day';
import { rateIds } from '@/lib/domain/metrics/adoption';
import { type AdoptionCounts, type CountField, countFields, type Snapshot } from '@/lib/domain/snapshot';
import { csvHeader, csvLines } from '@/lib/views/exports/csv';
import { snapshotColumns } from '@/lib/views/exports/snapshot-table';
import { wholeHistory } from '@/tests/support/whole-history';
import { csvSlices } from './csv-file';

const parsed = (text: string) => wholeHistory(csvSlices(text));

const header = ['day', ...countFields].join(',');
const line = (day: string, cells: string | number = 7) => [day, ...countFields.map(() => cells)].join(',');
const file = (...lines: string[]) => [header, ...lines].join('\n');
const messagesOf = (text: string) => parsed(text).faults.map(({ line, message }) => `${line}: ${message}`);

describe('a CSV file of old numbers', () => {
  test('gives one row for each day, with the line it stands on', () => {
    const { rows, faults } = parsed(`${file(line('2026-02-27'), '', line('2026-02-28', 0))}\r\n`);
    expect(faults).toEqual([]);
    expect(rows.map((row) => [row.line, row.day, row.counts.total_license])).toEqual([
      [2, '2026-02-27', 7],
      [4, '2026-02-28', 0],
    ]);
  });

  test('may order its columns as it likes, begin with a BOM and use semicolons', () => {
    const columns = [...countFields.toReversed(), 'day'];
    const cells = [...countFields.map((_, index) => 16 - index), '2026-02-27'];
    const { rows } = parsed(`\uFEFF${columns.join(';')}\n${cells.join(';')}\n`);
    expect(rows[0]?.counts.inactive_users).toBe(16);
  });

  test('knows a blank cell as unknown, never as zero', () => {
    const { rows } = parsed(file(`2026-02-27,5${','.repeat(countFields.length - 1)}`));
    expect(rows[0]?.counts.total_license).toBe(5);
    expect(rows[0]?.counts.inactive_users).toBeNull();
  });

  test('needs a day and one count; what its columns do not name is unknown', () => {
    const { rows, faults } = parsed('using_enpass,day\n85,2026-02-27');
    expect(faults).toEqual([]);
    expect(rows[0]?.counts).toEqual({
      ...Object.fromEntries(countFields.map((field) => [field, null])),
      using_enpass: 85,
    });
  });

  test('may hold what spreadsheets leave behind: emptied rows, empty last columns, 1500.0 and 2026/10/25', () => {
    const text = 'day,using_enpass,,\n,,,\n2026/10/25,1500.0,,\n2026-10-26,7\n , , , \n';
    const { rows, faults } = parsed(text);
    expect(faults).toEqual([]);
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

  test.each([
    ['2026-02-30', ''],
    ['27.02.2026', ''],
    ['10/11/2025', ' (it can be read in two ways)'],
    ['1.2.26', ' (it can be read in two ways)'],
    ['2026-2-7', ''],
    ['2026-02/07', ''],
    ['', ''],
    ['2026-02-27T00:00:00Z', ' (a time: write the day alone)'],
    ['46080', ' (a spreadsheet’s number for a day: give the column the format of a date)'],
  ])('is refused for the day %j', (day, hint) => {
    expect(messagesOf(file(line('2026-01-01'), line(day)))).toEqual([
      `3: The day "${day}" is not a date like 2026-02-27${hint}`,
    ]);
  });

  test.each([
    ['-1', ''],
    ['1.5', ''],
    ['1.234', ' (it can be read in two ways)'],
    ['1.000', ' (it can be read in two ways)'],
    ['1.000.000', ' (it can be read in two ways)'],
    ['1500.000', ''],
    ['1e3', ' (write it out in digits)'],
    ['1.23E+06', ' (write it out in digits)'],
    ['1 000', ' (write it without separators)'],
    ['1’000', ' (write it without separators)'],
    ['61.9%', ' (a share is no count)'],
    ['n/a', ' (leave the cell blank where it is unknown)'],
    ['—', ' (leave the cell blank where it is unknown)'],
    ['many', ''],
    ['10000001', ''],
    ['99999999999999999999', ''],
    ['0x10', ''],
    ['+3', ''],
  ])('is refused for the count %j', (cell, hint) => {
    const text = file(line('2026-01-01').replace(/7$/, cell));
    expect(messagesOf(text)).toEqual([
      `2: inactive_users is ${JSON.stringify(cell)}, not a whole number from 0 to 10,000,000${hint}`,
    ]);
  });

  test.each(['\u00A0', '\u202F', '\u2009'])('is refused for thousands parted by %j', (space) => {
    const text = `day,using_enpass\n2026-01-01,1${space}234`;
    expect(messagesOf(text)).toEqual([
      '2: using_enpass is "1 234", not a whole number from 0 to 10,000,000 (write it without separators)',
    ]);
  });

  test.each(['2026/02/27', '2026-02-27 00:00:00', '2026-02-27T00:00', '2026/02/27 00:00:00.000'])(
    'may write a day as %s, which has one reading only',
    (day) => expect(parsed(file(line(day))).rows.map((row) => row.day)).toEqual(['2026-02-27']),
  );

  test.each(['1500.0', '1500.00', '1500,0', '1500,00', '01500', ' 1500 ', '\u00A01500'])(
    'may write a count as %j, which has one reading only',
    (cell) => expect(parsed(`day;using_enpass\n2026-02-27;${cell}`).rows[0]?.counts.using_enpass).toBe(1500),
  );

  test.each(['sep=;', 'SEP=;', '"sep=;"', 'sep=;;;;'])('may begin with %s, as Excel writes it', (first) => {
    const { rows, faults } = parsed(`${first}\r\nday;using_enpass\r\n2026-02-27;85`);
    expect(faults).toEqual([]);
    expect(rows.map((row) => [row.line, row.counts.using_enpass])).toEqual([[3, 85]]);
  });

  test.each([
    'Day,Using Enpass',
    'DAY,USING_ENPASS',
    ' day , using enpass ',
    '"day","using\nenpass"',
    'day,using-enpass',
    '\uFEFFday,using_enpass',
  ])('may write its names as %j', (names) => {
    expect(parsed(`${names}\n2026-02-27,85`)).toMatchObject({ faults: [], rows: [{ counts: { using_enpass: 85 } }] });
  });

  test('may end its lines in any way, and quote a line break', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const text = ['day,using_enpass', '2026-02-26,84', '', '"2026-02-27', '","85"', '2026-02-28,86'].join(end);
      expect(parsed(text).rows.map((row) => [row.day, row.counts.using_enpass])).toEqual([
        ['2026-02-26', 84],
        ['2026-02-27', 85],
        ['2026-02-28', 86],
      ]);
      expect(messagesOf([text, '2026-02-29,1'].join(end))).toMatchObject([expect.stringMatching(/^7: /)]);
    }
  });

  test('may be joined of several, each with its header and its mark', () => {
    const one = (day: string) => `\uFEFFday,using_enpass\r\n${day},1\r\n`;
    expect(parsed(one('2026-02-26') + one('2026-02-27'))).toMatchObject({
      faults: [],
      rows: [{ line: 2 }, { line: 4 }],
    });
    expect(messagesOf(`${one('2026-02-26')}using_enpass,day\n`)).toHaveLength(2);
  });

  test('may be what a spreadsheet makes of our own: names that people read, rates, times without their zone', () => {
    const names = snapshotColumns.map(({ head }) => (head.includes(',') ? `"${head}"` : head));
    const cells = ['2026-02-27', ...countFields.map((_, at) => at), ...rateIds.map(() => '61.9%')];
    const { rows, faults } = parsed(`${names}\n${[...cells, '2026-02-27 05:00:01', 'scheduled', 'a note']}`);
    expect(faults).toEqual([]);
    expect(rows).toMatchObject([{ day: '2026-02-27', takenAt: new Date('2026-02-27T05:00:01Z') }]);
    expect(Object.values(rows[0]?.counts ?? {})).toEqual(countFields.map((_, at) => at));
    expect(messagesOf('Day,Assigned,Usage\n2026-02-27,1,2')).toEqual(['1: The column "Usage" is not known']);
  });

  test('keeps its lines however long it is, and stops at more rows than days there can be', () => {
    const days = (count: number) => Array.from({ length: count }, (_, at) => `${addDays('1900-01-01', at)},1`);
    const text = ['day,using_enpass', ...days(40_000)].join('\n');
    const { rows, faults } = parsed(text);
    expect(faults).toEqual([]);
    expect(rows.every((row, at) => row.line === at + 2 && row.day === addDays('1900-01-01', at))).toBe(true);
    expect(rows).toHaveLength(40_000);
    const more = parsed(`${text}\n2020-01-01,1`);
    expect(more.faults).toMatchObject([{ line: 40_002, message: expect.stringContaining('more than 40,000 rows') }]);
  });

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
        parsed(text);
        expect(parsed(`${header}\n${text}`).rows.length).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

test.each([',', ';', '\t', '|'])(
  'what is read is what was written, whatever quotes it and parts it: %j',
  (delimiter) => {
    const quoting = fc.constantFrom(
      (cell: string) => cell,
      (cell: string) => `"${cell}"`,
      (cell: string) => ` ${cell} `,
    );
    fc.assert(
      fc.property(
        fc.array(snapshot, { minLength: 1, maxLength: 20 }),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.constantFrom('', '\uFEFF', `sep=${delimiter}\n`),
        fc.shuffledSubarray(['day', ...countFields], { minLength: 18 }),
        fc.infiniteStream(quoting),
        (list, end, begin, columns, quotes) => {
          const quoted = (cell: string) => quotes.next().value(cell);
          const lines = list.map(({ day, counts }) =>
            columns.map((name) => quoted(String({ day, ...counts }[name as CountField] ?? ''))),
          );
          const text = begin + [columns, ...lines].map((cells) => cells.join(delimiter)).join(end);
          const { rows, faults } = parsed(text);
          expect(faults).toEqual([]);
          expect(rows.map(({ day, counts }) => ({ day, counts }))).toEqual(
            list.map(({ day, counts }) => ({ day, counts })),
          );
        },
      ),
    );
  },
);

test('an export imports as it was exported', () => {
  fc.assert(
    fc.property(fc.array(snapshot, { minLength: 1, maxLength: 20 }), (list) => {
      const { rows, faults } = parsed(csvHeader() + csvLines(list));
      expect(faults).toEqual([]);
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
