import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { addDays, dayIn } from '@/lib/domain/day';
import { cast, castPassword } from '../../demo/cast';
import { startFakeEnpass } from '../../demo/fake-enpass/server';
import { entriesIn } from '../../scripts/parts/release/entries.mjs';
import { listenTo } from '../support/bare-machine';
import { freePort } from '../support/free-port';
import { noonZone } from './parts/noon-zone';
import { signIn } from './parts/sign-in';
import { todaysSnapshot } from './parts/todays-snapshot';
import { type Unpacked, unpackRelease } from './parts/unpacked-release';
import { expect, test } from './stories';

let release: Unpacked;

test.beforeAll(() => {
  test.setTimeout(600_000);
  release = unpackRelease();
});
test.afterAll(() => release?.end());

test('a release is at most 250 MB, and nothing of tests, secrets or this machine is in it', () => {
  const { files, folder } = release;
  expect(files.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(250e6);
  const strange =
    /(^|\/)(\.env(\..+)?|\.git|\.npmrc|\.node|data|tests?|__tests__|bench|findings|src)(\/|$)|\.(db|map|tsx?|story)$|\.test\.|encryption-key|auth-secret/;
  // A route of the API is called `test`.
  const ours = files.filter(({ name }) => !/^(node_modules|\.next\/server\/app\/api)\//.test(name));
  expect(ours.map(({ name }) => name).filter((name) => strange.test(name) && name !== '.env.example')).toEqual([]);
  const theirs = files.filter(({ name }) => name.startsWith('node_modules/'));
  expect(theirs.filter(({ name }) => /\/(tests?|__tests__)\/|\.d\.[cm]?ts$/.test(name))).toEqual([]);
  const here = files.filter(
    ({ name }) => /\.(m?js|json|html|rsc|txt|md)$/.test(name) && !name.startsWith('node_modules/'),
  );
  expect(here.filter(({ name }) => readFileSync(join(folder, name), 'utf8').includes(process.cwd()))).toEqual([]);
});

test('the keys that Next drew for the build are not in the release', () => {
  const kept = JSON.parse(readFileSync('.next/server/preview-props.json', 'utf8'));
  const { encryptionKey } = JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8'));
  const keys: string[] = [...Object.values<string>(kept), encryptionKey];
  const built = release.files.filter(
    ({ name, bytes }) => name.startsWith('.next/') && bytes > 0 && !name.includes('node_modules/'),
  );
  const telling = built.filter(({ name }) => {
    const content = readFileSync(join(release.folder, name), 'latin1');
    return keys.some((key) => content.includes(key));
  });
  expect(telling).toEqual([]);
});

test('its list names every package inside, as the lock file has it, and no other', () => {
  type Listed = {
    group?: string;
    name: string;
    version: string;
    hashes: { content: string }[];
    properties: { value: string }[];
  };
  const list: { specVersion: string; components: Listed[] } = JSON.parse(
    readFileSync(join(release.folder, 'sbom.cdx.json'), 'utf8'),
  );
  expect(readFileSync('release/sbom.cdx.json', 'utf8')).toBe(
    readFileSync(join(release.folder, 'sbom.cdx.json'), 'utf8'),
  );
  expect(list.specVersion).toBe('1.6');
  const told = (one: Listed) =>
    `${one.group ? `${one.group}/` : ''}${one.name}@${one.version} ${one.hashes[0]?.content}`;
  const withFiles = list.components.filter(({ properties }) => properties[0]?.value === 'files').map(told);
  expect(withFiles.toSorted()).toEqual([...new Set(manifests().map(asLocked))].toSorted());
  const bundled = list.components.filter(({ properties }) => properties[0]?.value === 'bundled').map(told);
  const locked = new Set(
    Object.keys(lock.packages)
      .filter((path) => path !== '')
      .map(asLocked),
  );
  expect(bundled.filter((one) => !locked.has(one))).toEqual([]);
  // What browsers get is in no folder of a package.
  const licences = readFileSync(join(release.folder, 'THIRD-PARTY-LICENCES'), 'utf8');
  for (const name of ['chart.js', '@kurkle/color', 'next-auth', 'better-sqlite3', 'next']) {
    expect(list.components.map((one) => `${one.group ? `${one.group}/` : ''}${one.name}`)).toContain(name);
    expect(licences).toMatch(new RegExp(`^${name} \\d`, 'm'));
  }
});

const lock: { packages: Record<string, { version?: string; integrity?: string }> } = JSON.parse(
  readFileSync('package-lock.json', 'utf8'),
);

/** Where packages lie in it: two names deep for those of a scope, and below others. */
const manifests = (): string[] =>
  [
    ...new Set(release.files.map(({ name }) => /^((?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(name)?.[1] ?? '')),
  ].filter((path) => path.startsWith('node_modules/'));

function asLocked(path: string): string {
  const { version = 'not locked', integrity = '' } = lock.packages[path] ?? {};
  const hash = Buffer.from(integrity.replace(/^sha512-/, ''), 'base64').toString('hex');
  return `${path.slice(path.lastIndexOf('node_modules/') + 13)}@${version} ${hash}`;
}

test('unpacked it serves, administers and ends, with Node alone, as nobody, where only DATA_DIR can be written', async ({
  newBrowser,
}) => {
  test.setTimeout(120_000);
  const { machine, folder } = release;
  const fake = await startFakeEnpass({ start: addDays(dayIn(new Date(), 'UTC'), -30) });
  const enpass = {
    ENPASS_BASE_URL: fake.url,
    ENPASS_API_TOKEN: fake.token,
    ALLOW_PRIVATE_TARGETS: new URL(fake.url).host,
  };
  const port = await freePort();
  const url = `http://localhost:${port}`;
  writeFileSync(join(folder, '.env'), `PORT=${port}\nACCESS_LOG=on\n`);
  const before = entriesIn(folder).length;
  const zone = noonZone(new Date());
  const first = { ADMIN_EMAIL: cast.ada.email, ADMIN_PASSWORD: castPassword, ORG_TIME_ZONE: zone };
  const server = machine.node([join(folder, 'start.mjs')], { ...enpass, ...first });
  const heard = listenTo(server);
  await ready(url, heard.said);
  expect((await fetch(`${url}/sign-in`)).status).toBe(200);
  const context = await newBrowser({ baseURL: url });
  await lookAround(await context.newPage());
  await context.close();

  const cli = async (...args: string[]) => {
    const said = listenTo(machine.node([join(folder, 'cli.mjs'), ...args], enpass));
    return { code: await said.closed, said: said.said() };
  };
  expect(await cli('user', 'list')).toMatchObject({ code: 0, said: expect.stringContaining(cast.ada.email) });
  expect(await cli('backup', join(machine.dataDir, 'safe.backup'))).toMatchObject({ code: 0 });
  expect(await cli('verify')).toMatchObject({ code: 0 });
  expect(await cli('--help')).toMatchObject({
    code: 0,
    said: expect.stringContaining('(node cli.mjs <verb> [options])'),
  });

  server.kill('SIGTERM');
  expect(await heard.closed).toBe(0);
  await fake.close();
  const lines = heard.said().split('\n');
  expect(lines.filter((line) => line !== '' && !line.startsWith('{"level":"info"'))).toEqual([]);
  expect(entriesIn(folder).length).toBe(before);
});

const ready = (url: string, said: () => string) =>
  expect(async () => {
    const answer = await fetch(`${url}/api/health/ready`);
    expect(answer.status, said()).toBe(200);
  }).toPass({ timeout: 45_000 });

/** A page of each sort, and what loads packages of its own. */
async function lookAround(page: Page): Promise<void> {
  await signIn(page, cast.ada);
  await todaysSnapshot(page);
  const pages = ['/', '/trends', '/weeks', '/compare', '/targets', '/settings', '/settings/people', '/methodology'];
  for (const path of pages) expect((await page.goto(path))?.status(), path).toBe(200);
  for (const format of ['csv', 'json', 'xlsx']) {
    expect((await page.request.get(`/api/v1/export?format=${format}`)).status(), format).toBe(200);
  }
  expect((await page.request.get('/api/v1/openapi.json')).status()).toBe(200);
  expect((await page.request.get('/no-such-page')).status()).toBe(404);
}

test('an older Node is told which one is needed', async () => {
  const { machine, folder } = release;
  const older = 'Object.defineProperty(process, "versions", { value: { ...process.versions, node: "20.20.2" } })';
  for (const program of ['start', 'cli', 'demo']) {
    const preload = ['--import', `data:text/javascript,${encodeURIComponent(older)}`];
    const heard = listenTo(machine.node([...preload, join(folder, `${program}.mjs`)]));
    expect(await heard.closed).toBe(1);
    expect(heard.said()).toBe(
      'This release needs Node 22.12 or newer (24 is recommended), and this is Node 20.20.2.\n',
    );
  }
});

test('the demo comes with it', async () => {
  test.setTimeout(120_000);
  const { machine, folder } = release;
  const port = await freePort();
  const demo = machine.node([join(folder, 'demo.mjs')], { PORT: String(port), TMPDIR: machine.dataDir });
  const heard = listenTo(demo);
  await expect(() => expect(heard.said()).toContain('Password of all four')).toPass({ timeout: 100_000 });
  expect((await fetch(`http://localhost:${port}/sign-in`)).status).toBe(200);
  demo.kill('SIGTERM');
  expect(await heard.closed).toBe(0);
});
