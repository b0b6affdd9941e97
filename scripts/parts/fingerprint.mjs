import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './project.mjs';

/** A hash over names and contents of files and folders (tests left out): the same after a clone, a copy or a touch. */
export function fingerprint(paths, extra = '') {
  const hash = createHash('sha256').update(extra);
  for (const file of paths.flatMap(filesUnder)) hash.update(`\0${file}\0`).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

function filesUnder(path) {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return isTest(path) ? [] : [path];
  return readdirSync(full)
    .filter((name) => name !== 'generated')
    .sort()
    .flatMap((name) => filesUnder(`${path}/${name}`));
}

const isTest = (path) => /\.test\.[a-z]+$/.test(path);

export const readStamp = (path) => (existsSync(path) ? readFileSync(path, 'utf8').trim() : null);
