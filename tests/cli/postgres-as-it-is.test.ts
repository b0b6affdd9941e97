import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { cli } from '../support/cli';
import { placeOfRole, type RolePlace } from '../support/postgres-role';

const secrets = { AUTH_SECRET: 'kZ4rWq8nT1vBx6mJ0cLs9dFgHy2uPaE5', ENCRYPTION_KEY: 'Qm7tYc3bNz9kRf5wVh1xLj8sDg4aUe6P' };

describe.skipIf('missing' in inject('postgres'))('the command line on a PostgreSQL', () => {
  let place: RolePlace;
  const run = (...args: readonly string[]) =>
    cli(args, { dataDir: place.dataDir, env: { ...secrets, DATABASE_URL: place.url } });
  const fileWith = (text: string) => {
    const file = join(place.dataDir, 'old.csv');
    writeFileSync(file, text);
    return file;
  };
  beforeAll(async () => {
    place = await placeOfRole('CREATE SCHEMA THIS_ROLE AUTHORIZATION THIS_ROLE');
    expect(await run('import', fileWith('day,assigned_license\n2026-01-05,7\n'))).toMatchObject({ code: 0 });
  });
  afterAll(() => place.drop());

  test('that cuts off long statements says by which setting, in one sentence', async () => {
    await place.asOwner("ALTER ROLE THIS_ROLE SET statement_timeout = '500ms'");
    const blocker = new pg.Client({ connectionString: place.url });
    await blocker.connect();
    await blocker.query('SET statement_timeout = 0; BEGIN; LOCK TABLE "Snapshot" IN ACCESS EXCLUSIVE MODE');
    const { code, stderr } = await run('import', fileWith('day,assigned_license\n2026-01-06,8\n'));
    await blocker.end();
    await place.asOwner('ALTER ROLE THIS_ROLE RESET statement_timeout');
    expect([code, stderr]).toEqual([
      1,
      expect.stringMatching(/^Stopped: the PostgreSQL server \S+ cut off a statement/),
    ]);
    expect(stderr).toContain('ALTER ROLE ... SET statement_timeout');
  });

  test('that can only be read verifies and backs up, and says what it could not write', async () => {
    await place.asOwner('ALTER ROLE THIS_ROLE SET default_transaction_read_only = on');
    expect(await run('verify')).toMatchObject({ code: 0, stdout: expect.stringContaining('all whole') });
    const backup = await run('backup', join(place.dataDir, 'a.backup'));
    expect(backup).toMatchObject({ code: 0, stdout: expect.stringContaining('the audit log has no entry of it') });
    const { code, stderr } = await run('import', fileWith('day,assigned_license\n2026-01-07,9\n'));
    expect([code, stderr]).toEqual([1, expect.stringMatching(/^Stopped: the PostgreSQL server \S+ is read-only/)]);
    await place.asOwner('ALTER ROLE THIS_ROLE RESET default_transaction_read_only');
  });

  test('whose address has a word that is not known does not begin', async () => {
    const env = { ...secrets, DATABASE_URL: `${place.url}?sslmode=bogus&nope=1` };
    const { code, stderr } = await cli(['verify'], { dataDir: place.dataDir, env });
    expect(code).toBe(1);
    expect(stderr).toMatch(/DATABASE_URL has the word nope, which is not known here/);
    expect(stderr).toMatch(/DATABASE_URL has sslmode, which is not one of disable, require/);
  });
});
