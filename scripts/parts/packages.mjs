import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { readStamp } from './fingerprint.mjs';
import { fail, inProject, say } from './project.mjs';
import { run } from './run.mjs';

const stampFile = inProject('node_modules/.fits');

/** True when node_modules holds what the lock file says, built for this Node. */
export function packagesFit({ dev }) {
  const lockText = readFileSync(inProject('package-lock.json'), 'utf8');
  const stamp = stampOf(lockText, dev);
  const seen = readStamp(stampFile);
  if (seen === stamp || seen === stampOf(lockText, true)) return true;
  // Installed by hand, or for another Node: compare what npm wrote down, and refuse another Node's binaries.
  const abiSeen = seen?.split(' ')[1];
  if (abiSeen !== undefined && abiSeen !== abi) return false;
  if (!installedAsLocked(JSON.parse(lockText), dev)) return false;
  writeStamp(stamp);
  return true;
}

export async function installPackages({ dev }) {
  say('Installing packages from the lock file …');
  const { command, args } = npm();
  const { code, output } = await run(command, [...args, 'ci', ...(dev ? ['--include=dev'] : [])]);
  if (code !== 0) fail(`${output}\nThe packages could not be installed (npm ci ended with ${code}). ${compilerAdvice}`);
  const lockText = readFileSync(inProject('package-lock.json'), 'utf8');
  writeStamp(stampOf(lockText, installedAsLocked(JSON.parse(lockText), true)));
}

const compilerAdvice =
  'If it stopped at better-sqlite3: where its finished build cannot be fetched it is compiled, which needs a C++ compiler, make and python3 (Debian: apt-get install build-essential python3).';

const abi = `${process.platform}-${process.arch}-${process.versions.modules}`;
const stampOf = (lockText, dev) =>
  `${createHash('sha256').update(lockText).digest('hex')} ${abi} ${dev ? 'all' : 'production'}`;

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

// Under `npm start` npm names its own script, which is there even where `npm` is not on the PATH.
function npm() {
  const script = process.env.npm_execpath;
  return script?.endsWith('.js') ? { command: process.execPath, args: [script] } : { command: 'npm', args: [] };
}
