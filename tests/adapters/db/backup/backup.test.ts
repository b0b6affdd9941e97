import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { backup } from '@/lib/adapters/db/backup/backup';
import { restore } from '@/lib/adapters/db/backup/restore';
import { verify } from '@/lib/adapters/db/backup/verify';
import { dayIn } from '@/lib/domain/day';
import { freshSqlite, onEachDatabase, type TestDatabase } from '@/tests/support/databases';
import { anOrganisation, aReading, noon } from '../rows';
import { furnishedWithBackup, into, parse, plain } from './furnished';

onEachDatabase((fresh) => {
  const db = furnishedWithBackup(fresh);

  test('a backup taken while the server writes is one moment: nothing half, nothing broken', async () => {
    const busy = await fresh();
    const acme = await anOrganisation(busy.store);
    let writing = true;
    let day = Date.UTC(2000, 0, 1);
    const writer = (async () => {
      for (; writing; day += 86_400_000) {
        await busy.store.readings.record(acme, [aReading(dayIn(new Date(day), 'UTC'))]);
        await setImmediate();
      }
    })();
    try {
      for (const name of ['a', 'b', 'c']) expect(await restorable(busy, name)).toBe(true);
    } finally {
      writing = false;
      await writer;
    }
    expect((await verify({ url: busy.url, parse })).ok).toBe(true);
    await busy.drop();
  });

  const restorable = async (busy: TestDatabase, name: string): Promise<boolean> => {
    const copy = join(busy.dataDir, name);
    await backup({ url: busy.url, file: copy, now: noon });
    const target = await freshSqlite();
    const { ok } = await restore({ ...into(target), file: copy, parse, force: false });
    await target.drop();
    return ok;
  };

  test('keys are in the file only when given, and nobody else may read it', async () => {
    const withKeys = join(db.dataDir, 'keys.gz');
    await backup({ url: db.url, file: withKeys, now: noon, keys: { ENCRYPTION_KEY: 'the-key' } });
    expect(plain(db.file)).not.toContain('ENCRYPTION_KEY');
    expect(plain(withKeys)).toContain('the-key');
    expect(statSync(withKeys).mode & 0o777).toBe(0o600);
    const target = await fresh();
    const result = await restore({ ...into(target), file: withKeys, parse, force: false });
    expect(result).toMatchObject({ ok: true, value: { keys: { ENCRYPTION_KEY: 'the-key' } } });
    await target.drop();
  });

  test('a backup that cannot be written leaves no file behind', async () => {
    const nowhere = join(db.dataDir, 'missing', 'backup.gz');
    await expect(backup({ url: db.url, file: nowhere, now: noon })).rejects.toThrow(/ENOENT/);
    expect(existsSync(nowhere)).toBe(false);
    expect(readdirSync(db.dataDir).filter((name) => name.includes('partial'))).toEqual([]);
  });
});
