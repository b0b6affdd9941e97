import { readdirSync, readFileSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';

const folders = ['app', 'bench', 'demo', 'lib', 'scripts', 'server', 'tests'];
const source = /\.(ts|tsx|mjs|css)$/;

test('no source file is longer than 300 lines', () => {
  const long = folders
    .flatMap(filesUnder)
    .map((file) => ({ file, lines: readFileSync(file, 'utf8').split('\n').length - 1 }))
    .filter(({ lines }) => lines > 300);
  expect(long).toEqual([]);
});

function filesUnder(path: string): string[] {
  if (!statSync(path).isDirectory()) return source.test(path) ? [path] : [];
  return readdirSync(path)
    .filter((name) => !['generated', 'node_modules', '.next'].includes(name))
    .flatMap((name) => filesUnder(`${path}/${name}`));
}
