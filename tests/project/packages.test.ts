import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { missingPlatforms } from '@/scripts/parts/lock-file.mjs';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const locked = (name: string): string => lock.packages[`node_modules/${name}`].version;

// A registry may refuse `npm audit`; these two lines are what it would have to say at least.
test('next is not older than its last security release', () => {
  const [major = 0, minor = 0, patch = 0] = locked('next').split('.').map(Number);
  expect(major * 1e6 + minor * 1e3 + patch).toBeGreaterThanOrEqual(16_004_005);
});

test('next-auth is exactly the version that was reviewed', () => {
  expect(locked('next-auth')).toBe('5.0.0-beta.32');
});

test('every package is pinned, so that an install tomorrow is the install of today', () => {
  const ranges = Object.entries<string>({ ...manifest.dependencies, ...manifest.devDependencies });
  expect(ranges.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  expect(ranges.filter(([name, version]) => locked(name) !== version)).toEqual([]);
});

test('the lock file names the packages of every platform, so that npm ci works on all', () => {
  expect(missingPlatforms(lock)).toEqual([]);
});
