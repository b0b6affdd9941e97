import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { missingPlatforms } from '@/scripts/parts/lock-file.mjs';
import { releaseFor } from '@/scripts/parts/node-releases.mjs';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const locked = (name: string): string => lock.packages[`node_modules/${name}`].version;

test('every package is pinned, so that an install tomorrow is the install of today', () => {
  const ranges = Object.entries<string>({ ...manifest.dependencies, ...manifest.devDependencies });
  expect(ranges.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  expect(ranges.filter(([name, version]) => locked(name) !== version)).toEqual([]);
});

test('the lock file names the packages of every platform, so that npm ci works on all', () => {
  expect(missingPlatforms(lock)).toEqual([]);
});

// What an older Node fetches, and what `npm run test:node` runs under.
describe('a pinned Node', () => {
  const table: Record<string, Record<string, { version: string; integrity: string }>> = JSON.parse(
    readFileSync('scripts/parts/node-releases.json', 'utf8'),
  );
  const rows = Object.entries(table).flatMap(([system, lines]) =>
    Object.entries(lines).map(([line, release]) => ({ system, line, ...release })),
  );

  test('is of its line, and has a whole checksum', () => {
    const wrong = rows.filter(
      ({ line, version, integrity }) =>
        !version.startsWith(`${line}.`) || !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity),
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(wrong).toEqual([]);
  });

  test('that an older one goes on with is there for every system of the table, and the application runs on it', () => {
    const [, major = 0, minor = 0] = /^>=(\d+)\.(\d+)$/.exec(manifest.engines.node)?.map(Number) ?? [];
    for (const system of Object.keys(table)) {
      const [is = 0, point = 0] = releaseFor(system)?.version.split('.').map(Number) ?? [];
      expect(is * 1000 + point, system).toBeGreaterThanOrEqual(major * 1000 + minor);
    }
  });
});
