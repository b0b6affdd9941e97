import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { bundledPackages, packageFolder } from './bundled.mjs';

/**
 * The packages that a laid-out release really holds: those with files in it, and those that are compiled into others' files.
 * `path` is the lock file's name of it, `as` says which of the two.
 */
export async function packagesInside(folder, { lock, sources }) {
  const laid = new Set(
    filesIn(folder)
      .map(packageFolder)
      .filter((path) => path !== null),
  );
  const compiled = (await bundledPackages()).filter((path) => !laid.has(path));
  const all = [...laid]
    .map((path) => ({ path, as: 'files' }))
    .concat(compiled.map((path) => ({ path, as: 'bundled' })));
  return all
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map((one) => ({ ...one, ...known(one.path, { lock, sources }) }));
}

const filesIn = (folder) =>
  readdirSync(join(folder, 'node_modules'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));

function known(path, { lock, sources }) {
  const from = sources(path);
  const { license, author } = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8'));
  const { version, integrity } = lock.packages[path];
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  return { name, version, integrity, license, author: author?.name ?? author ?? null, from };
}
