import { expect, test } from 'vitest';
import { refreshSnapshot } from '@/lib/services/capture/refresh-snapshot';
import { importHistory } from '@/lib/services/transfer/import-history';
import { lookAtImport } from '@/lib/services/transfer/look-at-import';
import { importPicture } from '@/lib/views/imports/import-picture';
import { importLosses, importNotes, importTable, wouldWords } from '@/lib/views/imports/import-words';
import { cast, scheduler, signedIn } from '../../../demo/cast';
import { onEachDatabase } from '../../support/databases';
import { succeeded } from '../../support/succeeded';
import { worldPerTest } from '../../support/world';

onEachDatabase((fresh) => {
  const at = worldPerTest({ fresh });
  const asOlga = () => at.as(signedIn(cast.olga));
  const csv = (...rows: string[]) => ({
    format: 'csv',
    text: ['day,assigned_license,activated_license,using_enpass', ...rows].join('\n'),
  });
  const look = async (input: object) => succeeded(await lookAtImport(asOlga(), input));

  test('what would change is told day by day, and nothing is written', async () => {
    await refreshSnapshot(at.as(scheduler), { trigger: 'scheduled' });
    await importHistory(asOlga(), csv('2026-11-01,100,90,80', '2026-11-02,100,91,81'));
    const file = csv('2026-11-01,100,90,80', '2026-11-02,100,91,85', '2026-11-03,,,86', '2026-11-23,1,1,1');
    const seen = await look({ ...file, replaceImported: true });
    expect(seen.imported).toEqual({ added: 2, replaced: 1, unchanged: 1, kept: 1, errors: [] });
    expect(wouldWords(seen.days)).toBe('1 day would be added, 1 replaced, 1 captured day kept, 1 there already.');
    expect(importTable(seen.days)).toEqual({
      heads: ['Using Enpass', 'Assigned', 'Activated'],
      rows: [
        { day: '2 Nov 2026', fate: 'replaces', cells: ['81 → 85', '100', '91'] },
        { day: '3 Nov 2026', fate: 'new', cells: ['86', '—', '—'] },
        { day: '1 Nov 2026', fate: 'there already', cells: ['80', '100', '90'] },
        { day: '23 Nov 2026', fate: 'captured, kept', cells: ['1', '1', '1'] },
      ],
      more: '',
    });
    expect(seen.line).toMatchObject({
      field: 'using_enpass',
      added: [
        { day: '2026-11-02', value: 85 },
        { day: '2026-11-03', value: 86 },
      ],
    });
    expect(seen.line?.there.map(({ day }) => day)).toEqual(['2026-11-01', '2026-11-02', '2026-11-23']);
    expect(await at.world.store.readings.page('first', 0, 10)).toHaveLength(3);
  });

  test('sums that do not add up are noted before they are taken', async () => {
    const odd = { format: 'csv', text: 'day,total_license,assigned_license,unassigned_license\n2026-11-01,500,420,70' };
    const { days } = await look(odd);
    expect(importNotes(days)).toContain('On 1 November 2026, sums do not add up:');
    expect(importNotes(days)).toContain('490');
    expect(importNotes((await look(csv('2026-11-01,100,90,80'))).days)).toBeNull();
  });

  test('a long file shows its first days and says how many more', async () => {
    const rows = Array.from({ length: 30 }, (_, index) => `2026-10-${String(index + 1).padStart(2, '0')},1,1,${index}`);
    const { days, line } = await look(csv(...rows));
    expect(importTable(days)).toMatchObject({ rows: { length: 20 }, more: 'and 10 more days' });
    expect(line && importPicture(line)).toMatchObject({ low: 0, high: 29, dots: { length: 30 } });
  });

  test('a change is seen however many days and counts of the file stay as they are', async () => {
    const file = (day: number, licences: number) =>
      ['day,total_license,assigned_license,activated_license,using_enpass,onboarded_users']
        .concat(
          Array.from({ length: 30 }, (_, index) => {
            const date = `2026-10-${String(index + 1).padStart(2, '0')}`;
            return `${date},${index + 1 === day ? licences : 500},400,300,200,250`;
          }),
        )
        .join('\n');
    await importHistory(asOlga(), { format: 'csv', text: file(0, 0) });
    const { days } = await look({ format: 'csv', text: file(28, 510), replaceImported: true });
    expect(wouldWords(days)).toBe('1 day would be replaced, 29 there already.');
    const { heads, rows, more } = importTable(days);
    expect(heads[0]).toBe('Total licences');
    expect(rows[0]).toMatchObject({ day: '28 Oct 2026', fate: 'replaces', cells: ['500 → 510', '200', '400'] });
    expect(more).toBe('and 10 more days, 2 more counts');
    expect(importLosses(days)).toBeNull();
  });

  test('numbers that a poorer file would take away are named before', async () => {
    await importHistory(asOlga(), csv('2026-11-01,100,90,80', '2026-11-02,100,91,81'));
    const poorer = { format: 'csv', text: 'day,using_enpass\n2026-11-01,80\n2026-11-02,82', replaceImported: true };
    const { days } = await look(poorer);
    expect(importLosses(days)).toBe(
      'On 2 days, first on 1 November 2026, numbers that are there would become unknown, since the file does not say them: Assigned, Activated.',
    );
    expect(importTable(days).rows[0]?.cells).toEqual(['80', '100 → —', '90 → —']);
  });

  test('a file with faults, or nothing to add, has no picture', async () => {
    expect(await look(csv('2026-11-31,1,1,1'))).toMatchObject({
      days: [],
      line: null,
      imported: { errors: [{ line: 2 }] },
    });
    await importHistory(asOlga(), csv('2026-11-01,100,90,80'));
    expect(await look(csv('2026-11-01,100,90,80'))).toMatchObject({ line: null, imported: { unchanged: 1 } });
    expect(await lookAtImport(at.as(signedIn(cast.max)), csv())).toMatchObject({ failure: { kind: 'not-allowed' } });
  });
});
