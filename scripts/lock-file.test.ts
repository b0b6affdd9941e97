import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { missingPlatforms, withoutOptional, withPlatforms } from './parts/lock-file.mjs';

const lock = {
  lockfileVersion: 3,
  packages: {
    '': { dependencies: { tool: '1.0.0' } },
    'node_modules/tool': { optionalDependencies: { '@tool/linux-x64': '1.0.0', '@tool/darwin-arm64': '1.0.0' } },
    'node_modules/@tool/linux-x64': { version: '1.0.0' },
    'node_modules/dev': { dev: true, optionalDependencies: { 'dev-win32-ia32': '2.0.0', inner: '3.0.0' } },
    'node_modules/dev/node_modules/inner': { version: '3.0.0' },
  },
};

test('what is not held is added for its platform, what is held anywhere above is not', () => {
  expect(missingPlatforms(lock)).toEqual([
    {
      path: 'node_modules/@tool/darwin-arm64',
      entry: { version: '1.0.0', cpu: ['arm64'], optional: true, os: ['darwin'] },
    },
    {
      path: 'node_modules/dev-win32-ia32',
      entry: { version: '2.0.0', cpu: ['ia32'], dev: true, optional: true, os: ['win32'] },
    },
  ]);
});

test('a mended lock file misses nothing and stays sorted', () => {
  const mended = withPlatforms(lock, missingPlatforms(lock));
  expect(missingPlatforms(mended)).toEqual([]);
  expect(Object.keys(mended.packages)).toEqual([...Object.keys(mended.packages)].sort());
});

test('a range is refused rather than guessed', () => {
  const ranged = { packages: { 'node_modules/a': { optionalDependencies: { b: '^1.0.0' } } } };
  expect(() => missingPlatforms(ranged)).toThrow('b ^1.0.0');
});

test('what nobody wants goes with what it alone asks for', () => {
  const held = {
    packages: {
      '': { dependencies: { next: '1.0.0' } },
      'node_modules/next': { optionalDependencies: { pictures: '1.0.0', speed: '1.0.0' } },
      'node_modules/pictures': {
        dependencies: { shared: '1.0.0' },
        optionalDependencies: { '@pictures/linux': '1.0.0' },
      },
      'node_modules/@pictures/linux': {},
      'node_modules/shared': {},
      'node_modules/speed': { dependencies: { shared: '1.0.0' } },
    },
  };
  expect(withoutOptional(held, ['pictures'])).toEqual({
    packages: {
      '': { dependencies: { next: '1.0.0' } },
      'node_modules/next': { optionalDependencies: { speed: '1.0.0' } },
      'node_modules/shared': {},
      'node_modules/speed': { dependencies: { shared: '1.0.0' } },
    },
  });
});

test('nothing is installed to make pictures smaller', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  expect(Object.keys(packages).filter((path) => /sharp|@img/.test(path))).toEqual([]);
  expect(packages['node_modules/next'].optionalDependencies ?? {}).not.toHaveProperty('sharp');
});
