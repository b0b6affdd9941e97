import { join } from 'node:path';
import { expect } from 'vitest';
import { backup } from '@/lib/adapters/db/backup/backup';
import { restore } from '@/lib/adapters/db/backup/restore';
import { verify } from '@/lib/adapters/db/backup/verify';
import { openDatabase } from '@/lib/adapters/db/drivers/prisma';
import { migrate } from '@/lib/adapters/db/migrate/migrate';
import type { Place } from '@/tests/support/databases';
import { furnished, parse } from '../backup/furnished';
import { noon } from '../rows';

/** All that is done with a database: two starts, something in every table, the proof that all is whole, a backup and its return. */
export async function exercise({ url, dataDir }: Pick<Place, 'url' | 'dataDir'>): Promise<void> {
  expect(await migrate({ url, dataDir })).not.toEqual([]);
  expect(await migrate({ url, dataDir })).toEqual([]);
  const database = await openDatabase(url);
  try {
    const acme = await furnished(database.store);
    const newest = await database.store.snapshots.latest(acme);
    expect(newest?.day).toBe('2026-11-21');
    const file = join(dataDir, 'a.backup');
    await backup({ url, file, now: noon });
    expect(
      await restore({ database, url, file, parse, force: true, keepIn: dataDir, by: { at: noon, actorName: 'Ada' } }),
    ).toMatchObject({ ok: true });
    expect(await verify({ url, parse })).toMatchObject({ ok: true, checked: { readings: 3, snapshots: 2 } });
    expect(await database.store.snapshots.latest(acme)).toEqual(newest);
  } finally {
    await database.close();
  }
}
