import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { readStamp } from './fingerprint.mjs';
import { npm } from './npm.mjs';
import { fail, inProject, say } from './project.mjs';

const stampFile = inProject('node_modules/.fits');

/** True when node_modules holds what the lock file says, built for this machine. */
export function packagesFit({ dev }) {
  const lockText = readFileSync(inProject('package-lock.json'), 'utf8');
  const stamp = stampOf(lockText, dev);
  const seen = readStamp(stampFile);
  if (seen === stamp || seen === stampOf(lockText, true)) return true;
  // Installed by hand: compare what npm wrote down, and refuse another machine's binaries.
  const machineSeen = seen?.split(' ')[1];
  if (machineSeen !== undefined && machineSeen !== machine) return false;
  if (!installedAsLocked(JSON.parse(lockText), dev)) return false;
  writeStamp(stamp);
  return true;
}

export async function installPackages({ dev }) {
  say('Installing packages from the lock file …');
  const { code, output } = await npm(['ci', ...(dev ? ['--include=dev'] : [])]);
  if (code !== 0) fail(`${output}\nThe packages could not be installed (npm ci ended with ${code}).`);
  const lockText = readFileSync(inProject('package-lock.json'), 'utf8');
  writeStamp(stampOf(lockText, installedAsLocked(JSON.parse(lockText), true)));
}

// What is native speaks Node-API, which every Node of the machine understands.
const machine = `${process.platform}-${process.arch}`;
const stampOf = (lockText, dev) =>
  `${createHash('sha256').update(lockText).digest('hex')} ${machine} ${dev ? 'all' : 'production'}`;

function writeStamp(stamp) {
  writeFileSync(`${stampFile}.${process.pid}`, stamp);
  renameSync(`${stampFile}.${process.pid}`, stampFile);
}

function installedAsLocked(lock, dev) {
  const written = inProject('node_modules/.package-lock.json');
  if (!existsSync(written)) return false;
  const installed = JSON.parse(readFileSync(written, 'utf8')).packages;
  return Object.entries(lock.packages).every(
    ([path, entry]) =>
      path === '' || entry.optional || (entry.dev && !dev) || installed[path]?.version === entry.version,
  );
}
