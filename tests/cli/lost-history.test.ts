import { copyFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { countFields } from '@/lib/domain/snapshot';
import { cli } from '../support/cli';
import { temporaryFolder } from '../support/databases';

test('a database copied without its log is told by verify, refused by the rest, and mended by a restore', async () => {
  const [here, there] = [temporaryFolder(), temporaryFolder()];
  const run = (args: string, dataDir = here) => cli(args.split(' '), { dataDir, cwd: dataDir });
  expect((await run('user list --json')).code).toBe(0);
  // Somebody has it open, as a server would: so that the log is not written back when a command ends.
  const server = new Database(join(here, 'adoption.db'));
  server.prepare('SELECT COUNT(*) FROM "Reading"').get();
  const rows = ['2026-11-20', '2026-11-21'].map((day) => [day, ...countFields.map(() => 1)].join(','));
  writeFileSync(join(here, 'old.csv'), [['day', ...countFields].join(','), ...rows].join('\n'));
  expect((await run('import old.csv --json')).json()).toMatchObject({ added: 2 });
  const head = await run('head --json');
  expect(head.json()).toMatchObject({
    at: expect.any(String),
    heads: { readings: { length: 2, keyId: expect.stringMatching(/^[0-9a-f]{12}$/) } },
  });
  expect(Object.keys(head.json() as object)).toEqual(['at', 'heads']);
  writeFileSync(join(here, 'head.json'), head.stdout);
  expect((await run('verify --against head.json --json')).json()).toMatchObject({ ok: true });

  expect((await run('backup all.backup')).code).toBe(0);

  for (const name of readdirSync(here))
    if (!/-(wal|shm)$/.test(name)) copyFileSync(join(here, name), join(there, name));
  const verified = await run('verify --json', there);
  expect([verified.code, verified.json()]).toEqual([
    1,
    expect.objectContaining({
      ok: false,
      broken: expect.arrayContaining([
        { what: 'chain', id: 'readings', reason: expect.stringContaining('has 0 rows, and had 2') },
      ]),
    }),
  ]);
  const refused = await run('export', there);
  expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('copied without the -wal file')]);
  expect((await run('restore all.backup --force', there)).code).toBe(0);
  expect((await run('verify --json', there)).json()).toMatchObject({ ok: true, checked: { readings: 2 } });
  expect((await run('verify --against head.json --json', there)).json()).toMatchObject({ ok: true });
  writeFileSync(join(there, 'x.json'), 'no heads');
  expect((await run('verify --against x.json', there)).stderr).toContain('is not what `head --json` prints');
  server.close();
  for (const folder of [here, there]) rmSync(folder, { recursive: true });
}, 180_000);
