import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

/**
 * Everything below a folder, in order, as `{ name, entry }` with its path from there. Not by names alone: Node would then look
 * into symbolic links, too, and name what it finds there once more.
 * @param {string} folder
 */
export const entriesIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((entry) => ({ name: relative(folder, join(entry.parentPath, entry.name)), entry }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
