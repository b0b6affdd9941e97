import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundledPackages, packageFolder } from './bundled.mjs';
import { entriesIn } from './entries.mjs';

/**
 * The packages that a laid-out release really holds: those with files in it, and those that are compiled into others' files.
 * `path` is the lock file's name of it, `as` says which of the two.
 */
export async function packagesInside(folder, { lock, sources }) {
  const laid = new Set(
    filesIn(folder)
      .map(packageFolder)
      .filter((path) => path?.startsWith('node_modules/')),
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
  entriesIn(folder)
    .filter(({ entry }) => entry.isFile())
    .map(({ name }) => name);

function known(path, { lock, sources }) {
  const from = sources(path);
  const { license, author } = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8'));
  const { version, integrity } = lock.packages[path];
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  return { name, version, integrity, license, author: author?.name ?? author ?? null, from };
}
