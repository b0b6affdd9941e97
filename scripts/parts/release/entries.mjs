import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Everything below a folder, in order, as `{ name, entry }` with its path from there. Not by Node's `recursive`, which looks into
 * symbolic links, too, and names what it finds there once more.
 * @param {string} folder
 * @returns {{ name: string, entry: import('node:fs').Dirent }[]}
 */
export const entriesIn = (folder) => below(folder, '').sort((a, b) => (a.name < b.name ? -1 : 1));

const below = (folder, under) =>
  readdirSync(join(folder, under), { withFileTypes: true }).flatMap((entry) => {
    const name = join(under, entry.name);
    return entry.isDirectory() ? [{ name, entry }, ...below(folder, name)] : [{ name, entry }];
  });
