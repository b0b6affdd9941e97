import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, existsSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startNodeRegistry } from '@/tests/support/node-registry';
import { system } from './parts/node-releases.mjs';

let folder = '';
let project = '';
let registry: Awaited<ReturnType<typeof startNodeRegistry>>;
beforeEach(async () => {
  folder = mkdtempSync(join(realpathSync(tmpdir()), 'older-node-'));
  chmodSync(folder, 0o755);
  project = join(folder, 'project');
  cpSync('scripts/parts', join(project, 'scripts/parts'), { recursive: true });
  await serve({ version: '24.99.0' });
  command("console.log('done');");
});
afterEach(() => {
  registry.close();
  rmSync(folder, { recursive: true });
});

test('an older Node fetches a newer one once, says so in a line, and goes on with it for everything', async () => {
  command(`console.log(JSON.stringify([process.argv.slice(2), process.cwd(), process.env.PATH]));
    process.exitCode = 7;`);
  const first = await run({ args: ['a', 'b c'] });
  const bin = join(project, kept, 'node_modules/node-for-tests/bin');
  expect(JSON.parse(first.stdout)).toEqual([['a', 'b c'], project, [bin, process.env.PATH].join(delimiter)]);
  expect(first).toMatchObject({
    code: 7,
    stderr: `${need} Fetching Node 24.99.0, once (about 50 MB from the package registry) …\n`,
  });
  registry.close();
  expect(await run()).toMatchObject({ code: 7, stderr: '' });
  expect(inHome()).toEqual([kept]);
});

test('the Node decides: one that the application runs on goes on itself, one that is too old even to fetch is told what to do', async () => {
  pin({});
  for (const version of ['22.12.0', '23.0.0', '24.0.0', '26.1.0'])
    expect(await run({ version })).toMatchObject({ code: 0, stdout: 'done\n' });
  for (const version of ['20.19.0', '21.7.3', '22.11.0'])
    expect((await run({ version })).stderr).toMatch(
      /There is none to fetch for this system \(.*\): install Node 24 .*\n$/,
    );
  for (const version of ['18.20.0', '20.18.3'])
    expect((await run({ version })).stderr).toMatch(/^This application needs Node 22.12 .* Install a newer one .*\n$/);
});

describe('the first process', () => {
  beforeEach(() =>
    cpSync(join(folder, 'registry/package'), join(project, kept, 'node_modules/node-for-tests'), { recursive: true }),
  );

  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('passes %s on, once, and ends as the other', async (signal) => {
    command(`process.on('${signal}', () => { console.log('told'); setTimeout(() => process.exit(3), 100); });
      console.log('ready'); setInterval(() => {}, 1000);`);
    const started = start();
    await started.says('ready');
    started.child.kill(signal);
    expect(await started.end()).toMatchObject({ code: 3, stdout: 'ready\ntold\n' });
  });

  test('ends by the signal that ended the other', async () => {
    command("process.kill(process.pid, 'SIGKILL'); setInterval(() => {}, 1000);");
    expect(await run()).toMatchObject({ code: null, signal: 'SIGKILL' });
  });

  test('takes the other with it when it is killed: no orphan, no port left taken', async () => {
    command(`import { createServer } from 'node:net';
      const server = createServer().listen(0, '127.0.0.1', () => console.log('at', server.address().port, process.pid, '.'));`);
    const started = start();
    const [, port, pid] = /at (\d+) (\d+) /.exec(await started.says(' .\n')) ?? [];
    expect(await isTaken(Number(port))).toBe(true);
    started.child.kill('SIGKILL');
    while (isAlive(Number(pid))) await wait(20);
    expect(await isTaken(Number(port))).toBe(false);
  });
});

describe('fetching', () => {
  test('is done by one of those that start at the same moment', async () => {
    const ends = await Promise.all([run(), run(), run()]);
    expect(ends.map(({ code, stdout }) => [code, stdout])).toEqual(Array(3).fill([0, 'done\n']));
    expect(registry.downloads()).toBe(1);
  });

  test.each(['other bytes', 'another checksum'] as const)(
    'refuses %s in plain words and keeps nothing',
    async (what) => {
      if (what === 'other bytes') registry.behave('other bytes');
      else pin({ ...registry.release, integrity: `sha512-${Buffer.alloc(64).toString('base64')}` });
      const { code, stdout, stderr } = await run();
      expect({ code, stdout, kept: inHome() }).toEqual({ code: 1, stdout: '', kept: [] });
      expect(stderr.split('\n').at(-2)).toMatch(
        /^What the package registry has as node-for-tests 24.99.0 is not what was pinned: its checksum differs\. Nothing of it was kept or run\./,
      );
      registry.behave('whole');
      pin(registry.release);
      expect(await run()).toMatchObject({ code: 0, stdout: 'done\n' });
    },
  );

  test.each(['SIGTERM', 'SIGKILL'] as const)('that %s interrupts begins anew the next time', async (signal) => {
    registry.behave('stalls');
    const started = start();
    while (registry.downloads() === 0) await wait(20);
    started.child.kill(signal);
    await started.end();
    if (signal === 'SIGTERM') expect(inHome()).toEqual([]);
    registry.behave('whole');
    expect(await run()).toMatchObject({ code: 0, stdout: 'done\n' });
    expect(inHome()).toEqual([kept]);
  });

  test('says so when the registry is not there', async () => {
    registry.close();
    const { code, stderr } = await run();
    expect(code).toBe(1);
    expect(stderr).toContain(
      'Node 24.99.0 could not be fetched. See that npm reaches its package registry (npm ping). Or install Node 24',
    );
    expect(inHome()).toEqual([]);
  });

  test('keeps no Node that does not run here', async () => {
    registry.close();
    await serve({ version: '24.99.0', says: 'cannot execute' });
    const { code, stderr } = await run();
    expect(code).toBe(1);
    expect(stderr).toContain('The fetched Node 24.99.0 does not run on this system: cannot execute');
    expect(inHome()).toEqual([]);
  });

  test('says so when the folder cannot be written to', async ({ skip }) => {
    // Root may write anywhere: somebody else has to try.
    const who = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    if (spawnSync(process.execPath, ['--version'], who).status !== 0) skip('nobody may run this Node');
    chmodSync(project, 0o555);
    const { code, stderr } = await run({ who });
    chmodSync(project, 0o755);
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^Node 24.99.0 cannot be put into .*\.node \(EACCES\)\. See to it that whoever runs this may write there and 200 MB are free, or install Node 24/,
    );
  });
});

const need = 'This is Node 20.20.2, and the application needs 22.12 or newer.';
const kept = `.node/24.99.0-${system}`;

async function serve(what: Parameters<typeof startNodeRegistry>[1]): Promise<void> {
  registry = await startNodeRegistry(join(folder, 'registry'), what);
  pin(registry.release);
  const settings = [`registry=${registry.url}`, `cache=${join(folder, 'cache')}`, 'fetch-retries=0'];
  writeFileSync(join(project, '.npmrc'), `${settings.join('\n')}\n`);
}

/** Makes `release` the one there is for this system; without a package there is none. */
function pin(release: Partial<(typeof registry)['release']>): void {
  const table = release.package === undefined ? {} : { [system]: { 24: release } };
  writeFileSync(join(project, 'scripts/parts/node-releases.json'), JSON.stringify(table));
}

const command = (text: string) =>
  writeFileSync(join(project, 'scripts/command.mjs'), `import './parts/node-version.mjs';\n${text}`);

const inHome = () => {
  const home = join(project, '.node');
  return existsSync(home) ? readdirSync(home).map((name) => `.node/${name}`) : [];
};

type Start = { readonly args?: string[]; readonly version?: string; readonly who?: { uid?: number; gid?: number } };

const run = (how: Start = {}) => start(how).end();

/** Starts the command under a Node that says it is another; what is fetched is this very one, undisguised. */
function start({ args = [], version = '20.20.2', who = {} }: Start = {}) {
  const disguise = `if (!process.env.ENDS_WITH_ITS_STARTER) Object.defineProperty(process.versions, 'node', { value: '${version}' })`;
  const preloaded = ['--import', `data:text/javascript,${encodeURIComponent(disguise)}`];
  const child = spawn(process.execPath, [...preloaded, 'scripts/command.mjs', ...args], {
    cwd: project,
    env: withoutNpmSettings(),
    stdio: ['ignore', 'pipe', 'pipe'],
    ...who,
  });
  const [stdout, stderr] = [listen(child.stdout), listen(child.stderr)];
  const end = async () => {
    const [code, signal] = await once(child, 'close');
    return { code, signal, stdout: stdout.text(), stderr: stderr.text() };
  };
  return { child, says: stdout.says, end };
}

/** Settings of whoever runs the tests would win over the project's own. */
const withoutNpmSettings = () =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_config_/i.test(name))) as NodeJS.ProcessEnv;

function listen(stream: Readable) {
  let text = '';
  stream.on('data', (chunk) => {
    text += chunk;
  });
  const says = async (word: string) => {
    while (!text.includes(word)) await once(stream, 'data');
    return text;
  };
  return { text: () => text, says };
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function isTaken(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  const taken = await once(socket, 'connect').then(
    () => true,
    () => false,
  );
  socket.destroy();
  return taken;
}
