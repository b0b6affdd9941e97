import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Day } from '@/lib/domain/day';
import { countFields } from '@/lib/domain/snapshot';
import { type FakeEnpass, startFakeEnpass } from '../../demo/fake-enpass/server';
import { cli } from '../support/cli';
import { temporaryFolder } from '../support/databases';

const dataDir = temporaryFolder();
let enpass: FakeEnpass;
beforeAll(async () => {
  enpass = await startFakeEnpass();
});
afterAll(async () => {
  await enpass.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const run = (args: string) =>
  cli(args.split(' '), {
    dataDir,
    cwd: dataDir,
    env: {
      ENPASS_BASE_URL: enpass.url,
      ENPASS_API_TOKEN: enpass.token,
      ALLOW_PRIVATE_TARGETS: new URL(enpass.url).host,
      ENPASS_RETRY_BASE_MS: '10',
    },
  });

const line = (day: Day, count: number) => [day, ...countFields.map(() => count)].join(',');

describe('the command line', () => {
  test('imports, refreshes and exports a file that imports unchanged', async () => {
    const old = [['day', ...countFields].join(','), line('2025-01-01', 1), line('2025-01-02', 2)].join('\n');
    writeFileSync(join(dataDir, 'old.csv'), old);
    expect((await run('import old.csv --dry-run --json')).json()).toEqual({
      added: 2,
      replaced: 0,
      unchanged: 0,
      kept: 0,
      errors: [],
    });
    expect((await run('import old.csv --json')).json()).toMatchObject({ added: 2 });
    const refreshed = await run('refresh --json');
    expect(refreshed.json()).toMatchObject({ run: { trigger: 'cli', outcome: 'succeeded', failure: null } });
    expect(refreshed.code).toBe(0);
    expect((await run('export --out all.csv')).code).toBe(0);
    const exported = await run('export');
    expect(exported.stdout).toBe(readFileSync(join(dataDir, 'all.csv'), 'utf8'));
    expect((await run('import all.csv --json')).json()).toEqual({
      added: 0,
      replaced: 0,
      unchanged: 2,
      kept: 1,
      errors: [],
    });
  }, 120_000);

  test('refuses a file with an error, naming its line', async () => {
    writeFileSync(join(dataDir, 'bad.csv'), `${['day', ...countFields].join(',')}\n${line('2025-02-01', -1)}\n`);
    const refused = await run('import bad.csv --json');
    expect(refused.code).toBe(1);
    expect(refused.json()).toMatchObject({
      added: 0,
      errors: expect.arrayContaining([{ line: 2, message: expect.stringContaining('total_license') }]),
    });
    writeFileSync(join(dataDir, 'latin1.csv'), Buffer.from([0xe4, 0xf6]));
    expect((await run('import latin1.csv')).stdout).toContain(
      'Nothing imported. This is not UTF-8 text, from line 1 on',
    );
    expect((await run('import nowhere.csv')).stderr).toContain('ENOENT');
  }, 60_000);

  test('backs up, verifies and restores into a new place', async () => {
    const made = await run('backup all.backup --json');
    expect(made.json()).toMatchObject({ file: 'all.backup', rows: { Snapshot: 3, Reading: 3 }, withKeys: false });
    expect((await run('verify --json')).json()).toMatchObject({ ok: true, checked: { readings: 3 }, broken: [] });
    const used = await run('restore all.backup');
    expect([used.code, used.stderr]).toEqual([1, expect.stringContaining('is in use')]);
    expect(used.stderr).toContain('(0 people, 3 readings)');
    const other = temporaryFolder();
    const restored = await cli(['restore', join(dataDir, 'all.backup'), '--json'], { dataDir: other });
    expect(restored.json()).toMatchObject({ rows: { Snapshot: 3 } });
    expect((await cli(['export'], { dataDir: other })).stdout).toBe(readFileSync(join(dataDir, 'all.csv'), 'utf8'));
    // A database that got lost is refused by everything but a restore.
    for (const name of ['', '-wal', '-shm']) rmSync(join(other, `adoption.db${name}`), { force: true });
    expect((await cli(['export'], { dataDir: other })).code).toBe(1);
    expect((await cli(['restore', join(dataDir, 'all.backup')], { dataDir: other })).code).toBe(0);
    rmSync(other, { recursive: true, force: true });
    writeFileSync(join(dataDir, 'bad.backup'), 'no backup');
    expect((await run('restore bad.backup --force')).stderr).toContain('cannot be used');
    expect((await run('backup /nowhere/x.backup')).stderr).toContain('ENOENT');
  }, 180_000);

  test('says so where it looks at an empty place, and backs nothing up there', async () => {
    const elsewhere = temporaryFolder();
    const words = `nothing is kept in ${join(elsewhere, 'adoption.db')}`;
    const verified = await cli(['verify', '--json'], { dataDir: elsewhere });
    expect([verified.code, verified.json(), verified.stderr]).toEqual([
      0,
      expect.objectContaining({ ok: true }),
      expect.stringContaining(words),
    ]);
    const backedUp = await cli(['backup', join(elsewhere, 'none.backup')], { dataDir: elsewhere });
    expect([backedUp.code, backedUp.stderr]).toEqual([1, expect.stringContaining(words)]);
    expect(backedUp.stderr).toContain('DATA_DIR or DATABASE_URL');
    expect(existsSync(join(elsewhere, 'none.backup'))).toBe(false);
    expect((await run('verify')).stderr).toBe('');
  }, 120_000);

  test('tells a failed refresh with its run and exits with 1', async () => {
    enpass.setMode('401');
    const failed = await run('refresh --json');
    expect(failed.code).toBe(1);
    expect(failed.json()).toMatchObject({ run: { outcome: 'failed', failure: { kind: 'token-refused' } } });
    expect(failed.stdout + failed.stderr).not.toContain(enpass.token);
  }, 60_000);

  test('tells days that were added, replaced and left apart', async () => {
    const file = (...rows: string[]) =>
      writeFileSync(join(dataDir, 'apart.csv'), ['day,using_enpass', ...rows].join('\n'));
    file('2024-01-01,1', '2024-01-02,2');
    expect((await run('import apart.csv')).stdout).toBe(
      'Imported: 2 added, 0 replaced, 0 unchanged, 0 kept as captured.\n',
    );
    file('2024-01-01,1', '2024-01-02,3', '2024-01-03,4');
    expect((await run('import apart.csv --replace-imported --dry-run')).stdout).toBe(
      'Would import: 1 added, 1 replaced, 1 unchanged, 0 kept as captured. Nothing written.\n',
    );
  }, 60_000);
});
