import { execFile } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';

let project = '';
beforeEach(() => {
  project = mkdtempSync(join(realpathSync(tmpdir()), 'compiled-'));
  const copied = ['scripts', 'prisma', 'package.json', 'package-lock.json', 'tsconfig.json'];
  for (const name of [...copied, 'lib/adapters/db/generated/.fits'])
    cpSync(name, join(project, name), { recursive: true });
  symlinkSync(resolve('node_modules'), join(project, 'node_modules'));
  saying('one');
});
afterEach(() => rmSync(project, { recursive: true }));

test('the command line is compiled once, and again when its sources have changed', async () => {
  expect(await run('a', 'b')).toBe('one a b');
  // What no compiler would write shows that none ran.
  writeFileSync(compiled(), `${readFileSync(compiled(), 'utf8')}\nconsole.log('as before');`);
  expect(await run('a')).toBe('one a\nas before');
  saying('two');
  expect(await run('a')).toBe('two a');
});

test('commands that start at the same moment compile it once', async () => {
  expect(await Promise.all([run('a'), run('b'), run('c')])).toEqual(['one a', 'one b', 'one c']);
});

test('a command that is compiled ends with its own exit code', async () => {
  write('lib/cli/main.ts', 'process.exitCode = 2;');
  await expect(run()).rejects.toMatchObject({ code: 2 });
});

test('a file on the command line counts from where `npm run cli` was called', async () => {
  write('lib/cli/main.ts', 'console.log(process.cwd());');
  const away = { npm_lifecycle_event: 'cli', INIT_CWD: join(project, 'prisma') };
  expect(await runWith(away)).toBe(join(project, 'prisma'));
});

const compiled = () => join(project, 'build/cli/main.js');

function write(file: string, text: string): void {
  mkdirSync(join(project, 'lib/cli'), { recursive: true });
  writeFileSync(join(project, file), text);
}

const saying = (word: string) =>
  write('lib/cli/main.ts', `import 'server-only';\nconsole.log('${word}', ...process.argv.slice(2));`);

const run = (...args: string[]) => runWith({}, ...args);

async function runWith(env: Record<string, string>, ...args: string[]): Promise<string> {
  const at = { cwd: project, env: { PATH: process.env.PATH ?? '', NODE_ENV: 'test', ...env } as const };
  const { stdout } = await promisify(execFile)(process.execPath, ['scripts/cli.mjs', ...args], at);
  return stdout.trim();
}
