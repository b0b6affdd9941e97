import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { installLocked } from '../fetch-node.mjs';
import { fail, inProject, say } from '../project.mjs';

// What better-sqlite3 carries in its own package, but for Windows, where an archive's symbolic links take an administrator.
export const platforms = [
  'linux-x64-gnu',
  'linux-x64-musl',
  'linux-arm64-gnu',
  'linux-arm64-musl',
  'darwin-x64',
  'darwin-arm64',
];
const names = platforms.map((platform) => `@node-rs/argon2-${platform}`);

/**
 * The password hash for every platform of a release. npm installed this machine's alone; the others come from the registry with the
 * lock file's checksums, once. Answers the folder that holds them and their names.
 */
export async function otherPlatforms(lock) {
  const locked = Object.fromEntries(names.map((name) => [name, entryOf(lock, name)]));
  const folder = inProject('build/platforms');
  if (!names.every((name) => versionIn(folder, name) === locked[name].version)) await fetchAll(folder, locked);
  return { folder, names };
}

function entryOf(lock, name) {
  const { version, integrity } = lock.packages[`node_modules/${name}`] ?? {};
  return integrity ? { version, integrity } : fail(`package-lock.json has no checksum of ${name}.`);
}

function versionIn(folder, name) {
  const file = join(folder, 'node_modules', name, 'package.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).version : null;
}

async function fetchAll(folder, locked) {
  say(`Fetching the password hash for ${platforms.length} platforms …`);
  mkdirSync(folder, { recursive: true });
  const { code, output } = await installLocked(folder, locked);
  if (code !== 0)
    fail(`${output.trim()}\nA release holds programs for other platforms too, which could not be fetched.`);
}
