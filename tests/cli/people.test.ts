import { rmSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { castPassword } from '../../demo/cast';
import { cli } from '../support/cli';
import { temporaryFolder } from '../support/databases';

const dataDir = temporaryFolder();
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));
const run = (args: string, input = '') => cli(args.split(' '), { dataDir, input });

describe('the command line as a process of its own', () => {
  test('adds people on a new installation, gives them tokens, and answers as the contract says', async () => {
    const added = await run(
      'user add --email Ada@Example.org --name Ada --role admin --password-stdin --json',
      `${castPassword}\n`,
    );
    expect(added.stderr).toBe('');
    expect(added.json()).toEqual({ user: { email: 'ada@example.org', name: 'Ada', role: 'admin', status: 'active' } });
    expect(added.code).toBe(0);
    expect((await run('user list')).stdout).toBe(
      'EMAIL            NAME  ROLE   STATUS\nada@example.org  Ada   admin  active\n',
    );
    const made = await run('token create --user ada@example.org --name reports --scope refresh --days 30 --json');
    expect(made.json()).toEqual({
      token: expect.stringMatching(/^ea_/),
      name: 'reports',
      expiresAt: expect.stringMatching(/^\d{4}-/),
    });
    expect((await run('token revoke --user ada@example.org --name reports --json')).json()).toEqual({ revoked: 1 });
  }, 60_000);

  test('exits with 1 when it fails and with 2 for usage, and says why', async () => {
    const last = await run('user disable --email ada@example.org');
    expect([last.code, last.stdout]).toEqual([1, '']);
    expect(last.stderr).toContain('last active admin');
    const asJson = await run('refresh --json');
    expect([asJson.code, asJson.json()]).toMatchObject([1, { error: { kind: 'no-connection' } }]);
    expect(await run('export --from yesterday')).toMatchObject({ code: 2, stderr: 'from: a day like 2026-02-27\n' });
    expect(await run('nonsense')).toMatchObject({ code: 2 });
  }, 60_000);

  test('names a fault of the configuration and never its value', async () => {
    const told = await cli(['user', 'list'], { dataDir, env: { ENCRYPTION_KEY: 'changeme' } });
    expect(told.code).toBe(1);
    expect(told.stderr).toContain('ENCRYPTION_KEY');
    expect(told.stderr).not.toContain('changeme');
  }, 60_000);
});
