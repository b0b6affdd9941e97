import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { routes } from '../e2e/routes';
import { routePattern } from '../support/route-pattern';

const root = fileURLToPath(new URL('../..', import.meta.url));

test('every page and route of the application is in the table of roles and routes', () => {
  const built = doorsIn('app').flatMap((file) => methodsOf(file).map((method) => `${method} ${file}`));
  const listed = routes.map(({ method, file }) => `${method} ${file}`);
  expect([...new Set(listed)].sort()).toEqual(built.sort());
});

test('each path of the table is an example of its file', () => {
  const wrong = routes.filter(({ file, path }) => !routePattern(file).test(path.split('?')[0] ?? ''));
  expect(wrong).toEqual([]);
});

test('every page that may refuse does it as content that needs no script', () => {
  const pages = doorsIn('app').filter((file) => /^app\/(\(signed-in\)|api)\/.*page\.tsx$/.test(file));
  expect(pages.length).toBeGreaterThan(10);
  expect(pages.filter((file) => !/^export default (\w*Page|withRefusals)\(/m.test(textOf(file)))).toEqual([]);
});

const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');

const doorsIn = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /^(page|route)\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));

/** A page answers GET; a route what it exports, by declaration or by name, and does not refuse. */
function methodsOf(file: string): string[] {
  if (/page\.tsx?$/.test(file)) return ['GET'];
  const exported = textOf(file)
    .split('\n')
    .filter((line) => line.startsWith('export ') && !line.includes('= refuseAllBut('));
  return ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'].filter((method) =>
    exported.some((line) => new RegExp(`\\b${method}\\b`).test(line)),
  );
}
