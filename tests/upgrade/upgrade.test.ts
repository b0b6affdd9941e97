import { expect, test } from 'vitest';
import { openDatabase } from '@/lib/adapters/db/drivers/prisma';
import { migrate } from '@/lib/adapters/db/migrate/migrate';
import { migrationsOf } from '@/lib/adapters/db/migrate/migrations';
import { startChild, together } from '../support/child';
import { cli } from '../support/cli';
import { onEachDatabase } from '../support/databases';
import { killWhileMigrating } from './kill-while-migrating';
import { contentsOf, linesOf } from './old-database';
import { oldPlacePerTest } from './old-place';

const fromThen = 2;

onEachDatabase((_, kind) => {
  const place = oldPlacePerTest(kind);
  const later = migrationsOf(kind, process.cwd()).length - fromThen;
  const run = (...args: string[]) => cli(args, place);

  test('nothing that 01299b9 kept is lost or altered', async () => {
    const before = await contentsOf(place);
    expect(rowsIn(before)).toMatchObject({ Reading: 62, Snapshot: 59, User: 5, ApiToken: 3, Session: 1 });
    expect(await migrate(place)).toHaveLength(later);
    const after = await contentsOf(place);
    expect(linesOf(after, before)).toEqual(linesOf(before));
    // 01299b9 wrote no setting, and its command line no link.
    const empty = Object.keys(before).filter((table) => before[table]?.length === 0);
    expect(empty.sort()).toEqual(['OneTimeLink', 'Setting']);
  });

  test('what is new is empty, and says of nothing old what nobody knew', async () => {
    await migrate(place);
    const { prisma, close } = await openDatabase(place.url);
    expect(await prisma.reading.count({ where: { answerDate: { not: null } } })).toBe(0);
    expect(await prisma.review.count({ where: { changedById: { not: null } } })).toBe(0);
    expect([await prisma.forecast.count(), await prisma.savedView.count(), await prisma.runAttempt.count()]).toEqual([
      0, 0, 0,
    ]);
    await close();
  });

  test('the first start brings it up to date, the second does nothing, and every chain is whole', async () => {
    const first = await run('verify', '--json');
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(first.json()).toMatchObject({ ok: true, broken: [] });
    const between = linesOf(await contentsOf(place));
    expect(await migrate(place)).toEqual([]);
    expect((await run('verify', '--json')).json()).toEqual(first.json());
    expect(linesOf(await contentsOf(place))).toEqual(between);
  });

  test('two that start at once bring it up to date once', async () => {
    const before = await contentsOf(place);
    const starts = [0, 1].map(() => startChild('tests/adapters/db/children/migrate.ts', place.url, place.dataDir));
    const said = await together(starts);
    expect(said.map((line) => line.trim().split('\n').at(-1)).sort()).toEqual(['applied 0', `applied ${later}`]);
    expect(linesOf(await contentsOf(place), before)).toEqual(linesOf(before));
  });

  test('one that is killed while it migrates leaves it as it was, and the next start goes on', async () => {
    const before = await contentsOf(place);
    await killWhileMigrating(kind, place);
    expect(linesOf(await contentsOf(place))).toEqual(linesOf(before));
    expect((await run('verify', '--json')).json()).toMatchObject({ ok: true });
    expect(linesOf(await contentsOf(place), before)).toMatchObject({ Reading: linesOf(before).Reading });
  }, 60_000);

  test('a version that is older than the database says so in one sentence and ends with 1', async () => {
    await run('verify');
    const { prisma, close } = await openDatabase(place.url);
    await prisma.$executeRaw`UPDATE "_prisma_migrations" SET "migration_name" = '29990101000000_later' WHERE "migration_name" LIKE '%attempts'`;
    await close();
    const refused = await run('user', 'list');
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr.trim().split('\n')).toEqual([
      expect.stringMatching(/^The database is newer than this version of the application: .*29990101000000_later/),
    ]);
  });
});

const rowsIn = (contents: Awaited<ReturnType<typeof contentsOf>>) =>
  Object.fromEntries(Object.entries(contents).map(([table, rows]) => [table, rows.length]));
