import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { packageFolder } from './bundled.mjs';
import { named } from './named.mjs';

test('what is asked for by name at run time is in a release', () => {
  const files = ['app', 'lib', 'server'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !/\.test\./.test(name) && !name.includes('generated/'))
      .map((name) => readFileSync(`${folder}/${name}`, 'utf8')),
  );
  const asked = files.flatMap((text) => [
    ...text.matchAll(/packageFile(?:<[^(]*>)?\(\s*'([^']+)'/g),
    ...text.matchAll(/createRequire\(.{0,60}\)\(\s*'([^']+)'/g),
  ]);
  expect(asked.map(([, name]) => name).sort()).toEqual([...named].sort());
});

test.each([
  ['node_modules/pg/lib/index.js', 'node_modules/pg'],
  ['node_modules/@auth/core/index.js', 'node_modules/@auth/core'],
  ['node_modules/a/node_modules/@b/c/d/e.js', 'node_modules/a/node_modules/@b/c'],
  ['lib/domain/day.ts', null],
])('%s is of %s', (file, folder) => expect(packageFolder(file)).toBe(folder));
