import { expect, test } from 'vitest';
import { holdsAll } from './lock-files';

const next = { version: '16.4.6', integrity: 'sha512-a' };
const lock = (packages: Record<string, { version: string; integrity?: string }>) => ({
  packages: { '': { version: '0.1.0' }, ...packages },
});

test('packages that only this commit has do not stand in the way', () => {
  expect(
    holdsAll(lock({ 'node_modules/next': next, 'node_modules/lru-cache': next }), lock({ 'node_modules/next': next })),
  ).toBe(true);
});

test('a package that only the other has, has to be installed', () => {
  expect(holdsAll(lock({}), lock({ 'node_modules/next': next }))).toBe(false);
});

test('another version, other contents or another place is another package', () => {
  const theirs = lock({ 'node_modules/next': next });
  expect(holdsAll(lock({ 'node_modules/next': { ...next, version: '16.4.7' } }), theirs)).toBe(false);
  expect(holdsAll(lock({ 'node_modules/next': { ...next, integrity: 'sha512-b' } }), theirs)).toBe(false);
  expect(holdsAll(lock({ 'node_modules/tool/node_modules/next': next }), theirs)).toBe(false);
});

test('the project’s own version does not matter', () => {
  expect(holdsAll({ packages: { '': { version: '0.2.0' } } }, lock({}))).toBe(true);
});
