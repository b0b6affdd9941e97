import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { restore } from '@/lib/adapters/db/backup/restore';
import type { ParseBody } from '@/lib/adapters/db/backup/verifier';
import { databasePerTest, onEachDatabase } from '@/tests/support/databases';
import { anOrganisation } from '../rows';
import { furnishedWithBackup, into, parse, plain } from './furnished';

onEachDatabase((fresh) => {
  const db = furnishedWithBackup(fresh);

  describe('a file that is not as it was written is refused, and the database stays as it is', () => {
    const target = databasePerTest(fresh);

    const refused = async (bytes: Buffer | string) => {
      const bad = join(target.dataDir, 'bad.gz');
      writeFileSync(bad, bytes);
      const other = await anOrganisation(target.store, 'Other');
      const result = await restore({ ...into(target), file: bad, parse, force: true });
      expect(await target.store.organisations.byId(other)).not.toBeNull();
      expect(result.ok).toBe(false);
      return result.ok ? null : result.failure;
    };
    const edited = (change: (text: string) => string) => gzipSync(change(plain(db.file)));

    test('cut off in the middle', async () => {
      const bytes = readFileSync(db.file);
      expect(await refused(bytes.subarray(0, bytes.length / 2))).toMatchObject({ kind: 'unreadable-backup' });
    });

    test('cut off cleanly between two lines', async () => {
      const cut = edited((text) => `${text.split('\n').slice(0, -2).join('\n')}\n`);
      expect(await refused(cut)).toMatchObject({ kind: 'unreadable-backup', reason: expect.stringMatching(/cut off/) });
    });

    test('with one number changed', async () => {
      const changed = edited((text) => text.replace('"2026-11-20","imported"', '"2026-11-19","imported"'));
      expect(await refused(changed)).toMatchObject({
        kind: 'unreadable-backup',
        reason: expect.stringMatching(/altered/),
      });
    });

    test('with a row taken out', async () => {
      const less = edited((text) =>
        text
          .split('\n')
          .filter((line) => !line.startsWith('["Setting"'))
          .join('\n'),
      );
      expect(await refused(less)).toMatchObject({ reason: 'Setting has 0 rows instead of 2' });
    });

    test('of another format, another version, or nothing at all', async () => {
      expect(await refused('')).toMatchObject({ kind: 'unreadable-backup' });
      expect(await refused('day,total_license\n')).toMatchObject({ kind: 'unreadable-backup' });
      expect(await refused(gzipSync('{"format":"other"}\n'))).toMatchObject({ kind: 'unreadable-backup' });
      const newer = edited((text) => text.replace('"version":1', '"version":2'));
      expect(await refused(newer)).toMatchObject({ reason: expect.stringMatching(/newer version/) });
      const unknownColumn = edited((text) => text.replace('"timeZone"', '"orbit"'));
      expect(await refused(unknownColumn)).toMatchObject({ reason: expect.stringMatching(/newer version/) });
    });

    test('that is not there', async () => {
      const result = await restore({ ...into(target), file: '/nowhere/x.gz', parse, force: false });
      expect(result).toMatchObject({ failure: { kind: 'unreadable-backup', reason: 'it cannot be opened (ENOENT)' } });
    });

    test('whose readings were altered before it was made', async () => {
      const blind: ParseBody = () => null;
      const result = await restore({ ...into(target), file: db.file, parse: blind, force: true });
      expect(result).toMatchObject({ ok: false, failure: { kind: 'broken-backup' } });
    });
  });
});
