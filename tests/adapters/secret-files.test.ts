import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';

test('four processes that start at once agree on one secret', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'secrets-'));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  const script = `
    import { diskSecretFiles } from './lib/adapters/secret-files.ts';
    const kept = diskSecretFiles.keep(${JSON.stringify(dir)}, 'auth-secret');
    process.stdout.write(kept.value[0]);`;
  const start = () => promisify(execFile)(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script]);
  const secrets = await Promise.all([start(), start(), start(), start()]);
  expect(new Set(secrets.map(({ stdout }) => stdout)).size).toBe(1);
  expect(secrets[0]?.stdout).toHaveLength(64);
  expect(readdirSync(dir)).toEqual(['auth-secret']);
});

test('a folder that cannot be made is a fault, not an endless try', async () => {
  const script = `
    import { diskSecretFiles } from './lib/adapters/secret-files.ts';
    process.stdout.write(JSON.stringify(diskSecretFiles.keep('/proc/nobody/makes/this', 'auth-secret')));`;
  const args = ['--import', 'tsx', '--input-type=module', '-e', script];
  // A process in that loop hears no other signal.
  const options = { timeout: 10_000, killSignal: 'SIGKILL' } as const;
  const { stdout } = await promisify(execFile)(process.execPath, args, options);
  expect(JSON.parse(stdout)).toMatchObject({ ok: false, failure: { kind: 'unwritable' } });
});
