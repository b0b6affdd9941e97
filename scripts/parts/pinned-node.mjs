import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fetchNode } from './fetch-node.mjs';
import { releaseFor, releasesFor, system } from './node-releases.mjs';
import { withPrepareLock } from './prepare-lock.mjs';
import { fail, inProject, say } from './project.mjs';

const home = inProject('.node');
const unwritable = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT']);
const onAlpine = system.endsWith('-musl') ? ' (Alpine: apk add nodejs npm)' : '';
const instead = `install Node 24${onAlpine} from nodejs.org or your distribution, then run the same command again.`;

/** The path of a Node that the application runs on, fetched into `.node` the first time. */
export async function pinnedNode() {
  const release = releaseFor(system);
  const need = `This is Node ${process.versions.node}, and the application needs 22.12 or newer.`;
  if (release === undefined) fail(`${need} There is none to fetch for this system (${system}): ${instead}`);
  return nodeOf(release, `${need} Fetching Node ${release.version}, once`);
}

/**
 * The path of this release's Node below `.node`. Ends the process in plain words where it cannot be had.
 * @param {{ package: string, version: string, integrity: string }} release
 * @param {string} announcement
 */
export async function nodeOf(release, announcement) {
  const folder = folderOf(release);
  if (!existsSync(folder)) await bring(release, { folder, announcement });
  return executableIn(folder, release);
}

async function bring(release, { folder, announcement }) {
  try {
    await withPrepareLock(async () => {
      if (existsSync(folder)) return;
      mkdirSync(home, { recursive: true });
      removeOthers();
      say(`${announcement} (about 50 MB from the package registry) …`);
      await complete(release, folder);
    });
  } catch (error) {
    if (!unwritable.has(error.code)) throw error;
    fail(
      `Node ${release.version} cannot be put into ${home} (${error.code}). See to it that whoever runs this may write there and 200 MB are free, or ${instead}`,
    );
  }
}

/** A folder under its final name is whole: what an interrupted start leaves has another. */
async function complete(release, folder) {
  // An npm that outlived its start may still write into that start's own.
  const part = `${folder}.part-${process.pid}`;
  const drop = () => rmSync(part, { recursive: true, force: true });
  process.once('exit', drop);
  mkdirSync(part);
  const trouble = await fetchNode(release, { folder: part, executable: executableIn(part, release) });
  if (trouble !== null) fail(`${trouble} Or ${instead}`);
  renameSync(part, folder);
  process.removeListener('exit', drop);
}

/** Nodes that an earlier version of the application wanted, and what a start left that was killed. */
function removeOthers() {
  const wanted = new Set(Object.values(releasesFor(system)).map(nameOf));
  for (const name of readdirSync(home))
    if (!wanted.has(name)) rmSync(join(home, name), { recursive: true, force: true });
}

const nameOf = ({ version }) => `${version}-${system}`;
const folderOf = (release) => join(home, nameOf(release));
const executableIn = (folder, release) =>
  join(folder, 'node_modules', release.package, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
