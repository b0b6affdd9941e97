import { readFileSync } from 'node:fs';

/** What this machine is, as the table calls it. */
export const system = [process.platform, process.arch, ...(isMusl() ? ['musl'] : [])].join('-');

// One Node each, as packages of the registry hold it. Their names follow no one pattern, not every version is there for every
// system, and what is for Linux needs glibc without saying so.
const table = JSON.parse(readFileSync(new URL('node-releases.json', import.meta.url), 'utf8'));

/** The pinned releases of a system by their line (`22.12`, `24`), `{ package, version, integrity }` each. */
export const releasesFor = (name) => table[name] ?? {};

/** The release for who comes with an older Node: of Node 24 where there is one for the system, or undefined. */
export const releaseFor = (name) => releasesFor(name)['24'] ?? releasesFor(name)['22'];

function isMusl() {
  return process.platform === 'linux' && process.report.getReport().header.glibcVersionRuntime === undefined;
}
