import { describe, expect, test } from 'vitest';
import { addDays } from '@/lib/domain/day';
import { countFields } from '@/lib/domain/snapshot';
import { refreshSnapshot } from '@/lib/services/capture/refresh-snapshot';
import { exportHistory } from '@/lib/services/transfer/export-history';
import { importHistory } from '@/lib/services/transfer/import-history';
import { cast, scheduler, signedIn } from '../../../demo/cast';
import { onEachDatabase, type TestDatabase } from '../../support/databases';
import { testWorld, worldPerTest } from '../../support/world';

const header = ['day', ...countFields].join(',');
const line = (day: string, count: number | string = 7) => [day, ...countFields.map(() => count)].join(',');
const csv = (...lines: string[]) => ({ format: 'csv', text: [header, ...lines].join('\n') });
const whole = { from: '0001-01-01', to: '9999-12-31' } as const;

const historyTests = (fresh: () => Promise<TestDatabase>) => {
  const small = worldPerTest({ fresh });

  const importing = async (input: object) => {
    const imported = await importHistory(small.as(signedIn(cast.olga)), input);
    return imported.ok ? imported.value : imported.failure;
  };
  const exported = async (input: object) => {
    const file = await exportHistory(small.as(signedIn(cast.vera)), input);
    if (!file.ok) return file.failure;
    let text = '';
    for await (const piece of file.value.pieces) text += piece;
    return text;
  };
  const snapshots = () => small.world.store.snapshots.between('first', whole);

  describe('an import', () => {
    test('adds each day as an imported snapshot with its reading, and the audit entry says which', async () => {
      expect(await importing({ ...csv(line('2026-11-02', 8), line('2026-11-01')), fileName: 'old.csv' })).toEqual({
        added: 2,
        replaced: 0,
        unchanged: 0,
        kept: 0,
        errors: [],
      });
      expect((await snapshots()).map(({ day, source, counts }) => [day, source, counts.total_license])).toEqual([
        ['2026-11-01', 'imported', 7],
        ['2026-11-02', 'imported', 8],
      ]);
      expect(await small.world.store.readings.page('first', 0, 10)).toHaveLength(2);
      const [entry] = await small.world.store.audit.page('first', { limit: 1, beforeSeq: null });
      expect(entry).toMatchObject({
        action: 'history-imported',
        said: { target: 'old.csv' },
        detail: { added: 2, to: '2026-11-02' },
      });
    });

    test('says the same in a dry run and writes nothing', async () => {
      expect(await importing({ ...csv(line('2026-11-01')), dryRun: true })).toMatchObject({ added: 1 });
      expect(await snapshots()).toEqual([]);
    });

    test('with one error takes nothing', async () => {
      expect(await importing(csv(line('2026-11-01'), line('2026-11-24'), line('2026-11-31')))).toEqual({
        added: 0,
        replaced: 0,
        unchanged: 0,
        kept: 0,
        errors: [
          { line: 3, cause: 'future', message: '2026-11-24 is in the future' },
          {
            line: 4,
            cause: 'day',
            message: 'The day "2026-11-31" is not a date like 2026-02-27',
            shown: '"2026-11-31"',
          },
        ],
      });
      expect(await snapshots()).toEqual([]);
    });

    test("takes today's day of the organisation, not of the server", async () => {
      small.clock.set('2026-11-23T23:30:00Z');
      expect(await importing(csv(line('2026-11-24')))).toMatchObject({ added: 1 });
      expect(await importing(csv(line('2026-11-25')))).toMatchObject({ errors: [{ line: 2 }] });
    });

    test('keeps a captured day as it is', async () => {
      await refreshSnapshot(small.as(scheduler), { trigger: 'scheduled' });
      const [before] = await snapshots();
      expect(await importing(csv(line('2026-11-23'), line('2026-11-22')))).toMatchObject({ added: 1, kept: 1 });
      expect((await snapshots()).at(-1)).toEqual(before);
    });

    test('of other numbers for an imported day needs to be told to replace them', async () => {
      await importing(csv(line('2026-11-01'), line('2026-11-02')));
      expect(await importing(csv(line('2026-11-01'), line('2026-11-02')))).toMatchObject({ added: 0, unchanged: 2 });
      const other = csv(line('2026-11-01'), line('2026-11-02', ''), line('2026-11-03')).text.replace(',,', ',9,');
      expect(await importing({ format: 'csv', text: other })).toMatchObject({ added: 0, errors: [{ line: 3 }] });
      expect(await importing({ format: 'csv', text: other, replaceImported: true })).toEqual({
        added: 2,
        replaced: 1,
        unchanged: 1,
        kept: 0,
        errors: [],
      });
      expect((await snapshots()).map(({ counts }) => [counts.total_license, counts.inactive_users])).toEqual([
        [7, 7],
        [9, null],
        [7, 7],
      ]);
      expect(await small.world.store.readings.page('first', 0, 10)).toHaveLength(4);
    });

    test('is for ops and admins', async () => {
      expect(await importHistory(small.as(signedIn(cast.max)), csv(line('2026-11-01')))).toMatchObject({
        failure: { kind: 'not-allowed' },
      });
    });
  });

  describe('an export', () => {
    test.each(['csv', 'json'] as const)('as %s imports unchanged, here and elsewhere', async (format) => {
      await refreshSnapshot(small.as(scheduler), { trigger: 'scheduled' });
      await importing(csv(line('2026-11-01'), line('2026-11-02', 8)));
      const text = await exported({ format });
      expect(await importing({ format, text })).toEqual({ added: 0, replaced: 0, unchanged: 2, kept: 1, errors: [] });
      const elsewhere = await testWorld({ fresh });
      const there = await importHistory(elsewhere.as(signedIn(cast.olga)), { format, text });
      expect(there).toMatchObject({ value: { added: 3, errors: [] } });
      const copy = await elsewhere.world.store.snapshots.between('first', whole);
      // A file says when its numbers were taken, not what the answer said of the time.
      const asImported = { source: 'imported', answerDate: null };
      expect(copy).toEqual((await snapshots()).map((snapshot) => ({ ...snapshot, ...asImported })));
      await elsewhere.end();
    });

    test('holds the days asked for, in pages that leave none out', async () => {
      const days = Array.from({ length: 2100 }, (_, at) => addDays('2020-01-01', at));
      await importing(csv(...days.map((day) => line(day))));
      const lines = String(await exported({ format: 'csv', from: '2020-01-02' }))
        .trim()
        .split('\n');
      expect(lines.slice(1).map((one) => one.slice(0, 10))).toEqual(days.slice(1));
      expect(JSON.parse(String(await exported({ format: 'json', to: '2020-01-03' })))).toHaveLength(3);
    });

    test('of nothing is a header, or an empty list', async () => {
      expect(await exported({})).toBe(`${header},taken_at,source\r\n`);
      expect(JSON.parse(String(await exported({ format: 'json' })))).toEqual([]);
    });

    test('refuses a form it does not know, and days in the wrong order', async () => {
      expect(await exported({ format: 'pdf' })).toMatchObject({ errors: [{ path: 'format' }] });
      expect(await exported({ from: '2026-02-01', to: '2026-01-01' })).toMatchObject({ errors: [{ path: 'to' }] });
    });
  });

  test('fifty years of days are one import', async () => {
    const days = Array.from({ length: 18_250 }, (_, at) => addDays('1976-11-01', at));
    expect(await importing(csv(...days.map((day) => line(day))))).toMatchObject({ added: 18_250 });
    expect(await small.world.store.snapshots.extent('first')).toEqual({
      first: '1976-11-01',
      last: days.at(-1),
      count: 18_250,
    });
  });
};

onEachDatabase(historyTests);
