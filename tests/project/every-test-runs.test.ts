import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { node } from '../../scripts/parts/run.mjs';

test('every test file belongs to one project of vitest.config.ts, and only to one', async () => {
  const { output } = await node(['node_modules/vitest/vitest.mjs', 'list', '--filesOnly', '--json']);
  const listed: { file: string }[] = JSON.parse(output.slice(output.indexOf('[')));
  const there = ['app', 'bench', 'demo', 'lib', 'scripts', 'server', 'tests'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.test\.(ts|tsx|mjs)$/.test(name) && !name.includes('node_modules'))
      .map((name) => resolve(folder, name)),
  );
  expect(there.length).toBeGreaterThan(100);
  expect(listed.map(({ file }) => file).sort()).toEqual(there.sort());
});
