import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { metricIds } from '@/lib/domain/metrics/adoption';
import { addAnnotation } from '@/lib/services/annotations/add-annotation';
import { exportHistory } from '@/lib/services/transfer/export-history';
import { cast, nobody, signedIn } from '../../../demo/cast';
import { onEachDatabase, type TestDatabase } from '../../support/databases';
import { historyIn } from '../../support/history';
import { recordSnapshots } from '../../support/record-snapshots';
import { succeeded } from '../../support/succeeded';
import { worldPerTest } from '../../support/world';

const exportTests = (fresh: () => Promise<TestDatabase>) => {
  const at = worldPerTest({ fresh });
  const max = () => at.as(signedIn(cast.max));

  const fileOf = async (input: object) => {
    const { name, mediaType, pieces } = succeeded(await exportHistory(max(), input));
    const bytes: Uint8Array[] = [];
    for await (const piece of pieces) bytes.push(typeof piece === 'string' ? Buffer.from(piece) : piece);
    return { name, mediaType, bytes: Buffer.concat(bytes) };
  };
  const rowsOf = async (input: object) =>
    parse((await fileOf(input)).bytes, { columns: true }) as Record<string, string>[];
  const sheetsOf = async (input: object) =>
    new Map(
      (await readXlsx((await fileOf({ ...input, format: 'xlsx' })).bytes)).sheets.map(({ name, rows }) => [name, rows]),
    );
  const threeWeeks = () =>
    recordSnapshots(at, { from: '2026-11-02', to: '2026-11-23' }, (day, index) => {
      if (day === '2026-11-18') return null;
      return { using_enpass: 280 - index, ...(day === '2026-11-03' ? { total_license: null } : {}) };
    });

  describe('a spreadsheet', () => {
    test('of all snapshots has typed cells, definitions, and says where it comes from and what is missing', async () => {
      await threeWeeks();
      await historyIn(at).fail('2026-11-18', '06:00');
      const sheets = await sheetsOf({});
      expect([...sheets.keys()]).toEqual(['Snapshots', 'Definitions', 'About']);
      const [head = [], ...days] = sheets.get('Snapshots') ?? [];
      expect(head.slice(0, 4)).toEqual(['Day', 'Total licences', 'Assigned', 'Unassigned licences']);
      expect(days).toHaveLength(21);
      expect(new Date(String(days[0]?.[0])).toISOString().slice(0, 10)).toBe('2026-11-02');
      expect(days[0]?.slice(1, 3)).toEqual([500, 420]);
      expect(days[1]?.[1]).toBeNull();
      expect(days[0]?.[head.indexOf('Adoption')]).toBeCloseTo(280 / 420, 12);
      expect(days[1]?.[head.indexOf('Licence assignment')]).toBeNull();
      expect(
        sheets
          .get('Definitions')
          ?.slice(1)
          .map(([id]) => id),
      ).toEqual([...metricIds]);
      const about = new Map((sheets.get('About') ?? []).map(([name, value]) => [name, value]));
      expect(about.get('Organisation')).toBe('Northwind Logistics');
      expect(about.get('Time zone')).toBe('Europe/Berlin');
      expect(about.get('Exported by')).toBe(cast.max.name);
      expect(sheets.get('About')?.at(-1)?.slice(2)).toEqual([1, 'token refused (401)']);
    });

    test('of an organisation without snapshots is a file all the same', async () => {
      const sheets = await sheetsOf({});
      expect(sheets.get('Snapshots')).toHaveLength(1);
    });

    test('of many years is written in pieces, each handed out before the next is read', async () => {
      await recordSnapshots(at, { from: '2000-01-01', to: '2008-12-31' });
      const { pieces, name } = succeeded(await exportHistory(max(), { format: 'xlsx' }));
      expect(name).toBe('adoption.xlsx');
      let count = 0;
      for await (const piece of pieces) count += piece.length > 0 ? 1 : 0;
      expect(count).toBeGreaterThan(4);
    });
  });

  describe('two days compared', () => {
    test('are a row a metric, each day that of its snapshot, the split in points, and blank where unknown', async () => {
      await recordSnapshots(at, { from: '2026-11-01', to: '2026-11-23' }, (day) => {
        if (day === '2026-11-16') return null;
        return day < '2026-11-16' ? { using_enpass: 250, assigned_license: 414, total_license: null } : {};
      });
      const asked = { of: 'compare', from: '2026-11-16', to: '2026-11-23' };
      expect((await fileOf(asked)).name).toBe('adoption-compare-2026-11-16-to-2026-11-23.csv');
      const rows = await rowsOf(asked);
      expect(rows.map(({ metric }) => metric)).toEqual([...metricIds]);
      expect(rows.find(({ metric }) => metric === 'adoption')).toMatchObject({
        name: 'Adoption',
        unit: 'ratio',
        first_day: '2026-11-15',
        first_part: '250',
        first_base: '414',
        second_day: '2026-11-23',
        people_points: '2.4',
        base_points: '-0.9',
      });
      expect(rows.find(({ metric }) => metric === 'total_license')).toMatchObject({
        first: '',
        first_part: '',
        second: '500',
        change: '',
        people_points: '',
      });
      const [head, first] = (await sheetsOf(asked)).get('Compare') ?? [];
      expect(head?.slice(0, 4)).toEqual(['Id', 'Metric', 'Unit', 'First day']);
      expect(first).toHaveLength(14);
    });

    test.each([
      [{ from: '2026-11-16' }, 'to'],
      [{}, 'from'],
      [{ from: '2026-10-31', to: '2026-11-23' }, 'from'],
      [{ from: '2026-11-23', to: '2026-11-16' }, 'to'],
      [{ from: '2026-11-16', to: '2026-11-23', metric: 'usage' }, 'metric'],
    ])('of %j are refused with what is wrong with %s', async (days, path) => {
      await threeWeeks();
      expect(await exportHistory(max(), { of: 'compare', ...days })).toMatchObject({
        failure: { kind: 'invalid-input', errors: expect.arrayContaining([expect.objectContaining({ path })]) },
      });
    });
  });

  describe('weeks', () => {
    test('come oldest first with close, change and missing days; an unfinished week has no change', async () => {
      await threeWeeks();
      const rows = await rowsOf({ of: 'weeks' });
      expect(
        rows.map(({ week, state, days, missing, using_enpass_change }) => [
          week,
          state,
          days,
          missing,
          using_enpass_change,
        ]),
      ).toEqual([
        ['2026-W45', 'over', '7', '0', ''],
        ['2026-W46', 'over', '7', '0', '-7'],
        ['2026-W47', 'over', '6', '1', '-7'],
        ['2026-W48', 'so far', '1', '0', ''],
      ]);
      expect(
        JSON.parse((await fileOf({ of: 'weeks', format: 'json', from: '2026-11-20' })).bytes.toString()),
      ).toMatchObject([
        { week: '2026-W47', close_day: '2026-11-22', using_enpass: 260, using_enpass_change: -7 },
        { week: '2026-W48' },
      ]);
      expect([...(await sheetsOf({ of: 'weeks' })).keys()]).toEqual(['Weeks', 'Definitions', 'About']);
      expect((await fileOf({ of: 'weeks', format: 'xlsx' })).name).toBe('adoption-weeks.xlsx');
    });

    test('of many years leave none out between the pages', async () => {
      await recordSnapshots(at, { from: '2021-01-04', to: '2026-11-23' }, (_, index) => (index % 3 === 0 ? {} : null));
      const rows = await rowsOf({ of: 'weeks' });
      expect(new Set(rows.map(({ week }) => week)).size).toBe(rows.length);
      expect([rows.length, rows[0]?.week, rows.at(-1)?.week]).toEqual([308, '2021-W01', '2026-W48']);
    });
  });

  describe('a trend', () => {
    test('is exactly what is shown: its metrics, the period before, gaps with reasons, and annotations as harmless text', async () => {
      await threeWeeks();
      await historyIn(at).fail('2026-11-18', '06:00');
      await addAnnotation(max(), { from: '2026-11-17', title: '=HYPERLINK("http://x")', kind: 'other' });
      const rows = await rowsOf({
        of: 'trend',
        metric: ['using_enpass', 'assigned_license'],
        from: '2026-11-16',
        to: '2026-11-19',
        compare: 'previous',
      });
      expect(
        rows.map(({ day, using_enpass, previous_day, using_enpass_previous, gap, annotations }) => [
          day,
          using_enpass,
          previous_day,
          using_enpass_previous,
          gap,
          annotations,
        ]),
      ).toEqual([
        ['2026-11-16', '266', '2026-11-12', '270', '', ''],
        ['2026-11-17', '265', '2026-11-13', '269', '', '\'=HYPERLINK("http://x")'],
        ['2026-11-18', '', '2026-11-14', '268', 'token refused (401)', ''],
        ['2026-11-19', '263', '2026-11-15', '267', '', ''],
      ]);
      const weekly = await rowsOf({ of: 'trend', metric: 'adoption', period: '4w', interval: 'week' });
      expect(weekly.at(-1)).toMatchObject({ week: '2026-W48', day: '2026-11-29', taken_day: '2026-11-23' });
    });

    test('of rates brings what they are made of along, each count once, on both sides', async () => {
      await threeWeeks();
      const rows = await rowsOf({
        of: 'trend',
        metric: ['adoption', 'activation'],
        from: '2026-11-22',
        to: '2026-11-22',
        compare: 'previous',
      });
      expect(rows).toHaveLength(1);
      for (const [row, rate, part, base] of [
        [rows[0], 'adoption', 'using_enpass', 'assigned_license'],
        [rows[0], 'activation', 'activated_license', 'assigned_license'],
        [rows[0], 'adoption_previous', 'using_enpass_previous', 'assigned_license_previous'],
      ] as const) {
        expect(Number(row?.[rate])).toBeCloseTo(Number(row?.[part]) / Number(row?.[base]), 9);
      }
      expect(Object.keys(rows[0] ?? {}).filter((name) => name === 'assigned_license')).toHaveLength(1);
    });

    test.each([
      [{ of: 'trend', metric: 'nonsense' }, 'metric'],
      [{ of: 'trend', metric: ['adoption', 'using_enpass'] }, 'metric'],
      [{ of: 'trend', from: '2026-01-01' }, 'from'],
      [{ of: 'weeks', metric: 'adoption' }, 'metric'],
      [{ of: 'everything' }, 'of'],
      [{ interval: 'day' }, 'interval'],
    ])('asked for as %j names %s', async (input, path) => {
      expect(await exportHistory(max(), input)).toMatchObject({
        failure: { kind: 'invalid-input', errors: [{ path }] },
      });
    });
  });

  test('an export is for everybody signed in and nobody else', async () => {
    expect(await exportHistory(at.as(nobody), {})).toMatchObject({ failure: { kind: 'not-signed-in' } });
    expect(await exportHistory(at.as(signedIn(cast.vera)), { of: 'trend' })).toMatchObject({ ok: true });
  });
};

onEachDatabase(exportTests);
