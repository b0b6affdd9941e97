import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { withPrepareLock } from './parts/prepare-lock.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('starts at the same moment prepare one after another', async () => {
  const [lock, diary] = [join(folder, 'lock'), join(folder, 'diary')];
  const script = `
    import { appendFileSync } from 'node:fs';
    import { setTimeout as wait } from 'node:timers/promises';
    import { withPrepareLock } from './scripts/parts/prepare-lock.mjs';
    await withPrepareLock(async () => {
      appendFileSync(${JSON.stringify(diary)}, 'in ');
      await wait(100);
      appendFileSync(${JSON.stringify(diary)}, 'out ');
    }, ${JSON.stringify(lock)});`;
  const start = () => promisify(execFile)(process.execPath, ['--input-type=module', '-e', script]);
  await Promise.all([start(), start(), start()]);
  expect(readFileSync(diary, 'utf8')).toBe('in out in out in out ');
  expect(existsSync(lock)).toBe(false);
});

test('a lock whose owner is dead is taken over', async () => {
  const lock = join(folder, 'lock');
  const { pid } = await deadProcess();
  writeFileSync(lock, String(pid));
  expect(await withPrepareLock(async () => 'prepared', lock)).toBe('prepared');
});

test('a lock nobody keeps alive is taken over, although its number lives on in another process', async () => {
  const lock = join(folder, 'lock');
  writeFileSync(lock, String(process.ppid));
  const longAgo = new Date(Date.now() - 60_000);
  utimesSync(lock, longAgo, longAgo);
  expect(await withPrepareLock(async () => 'prepared', lock)).toBe('prepared');
});

test('a preparation that fails leaves no lock behind', async () => {
  const lock = join(folder, 'lock');
  await expect(withPrepareLock(() => Promise.reject(new Error('no')), lock)).rejects.toThrow('no');
  expect(existsSync(lock)).toBe(false);
});

async function deadProcess(): Promise<{ pid: number }> {
  const { stdout } = await promisify(execFile)(process.execPath, ['-p', 'process.pid']);
  return { pid: Number(stdout) };
}
