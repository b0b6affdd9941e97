import { expect, test } from 'vitest';
import { openDatabase } from '@/lib/adapters/db/drivers/prisma';
import { migrationsOf } from '@/lib/adapters/db/migrate/migrations';
import { startChild, together } from '@/tests/support/child';
import { unmigrated } from '@/tests/support/databases';
import { describeStore } from '../describe-store';
import { anOrganisation } from '../rows';

describeStore((db, kind) => {
  const migrations = migrationsOf(kind, process.cwd()).length;

  test('of four processes that want the lease at once one gets it', async () => {
    const children = ['a', 'b', 'c', 'd'].map((run) =>
      startChild('tests/adapters/db/children/take-lease.ts', db.url, db.acme, run),
    );
    const said = await together(children);
    expect(said.map((line) => line.trim().split('\n').at(-1)).sort()).toEqual(['lost', 'lost', 'lost', 'won']);
  });

  test('four processes that start at once on a new database leave it migrated once', async () => {
    const { url, dataDir, drop } = await unmigrated(kind);
    const children = Array.from({ length: 4 }, () => startChild('tests/adapters/db/children/migrate.ts', url, dataDir));
    const said = await together(children);
    expect(said.map((line) => line.trim().split('\n').at(-1)).sort()).toEqual([
      'applied 0',
      'applied 0',
      'applied 0',
      `applied ${migrations}`,
    ]);
    const { store, prisma, close } = await openDatabase(url);
    expect(await prisma.$queryRaw`SELECT "applied_steps_count" FROM "_prisma_migrations"`).toHaveLength(migrations);
    await anOrganisation(store);
    await close();
    await drop();
  });
});
