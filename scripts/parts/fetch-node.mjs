import { execFile } from 'node:child_process';
import { copyFileSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { npm } from './npm.mjs';
import { inProject } from './project.mjs';

/**
 * Lets npm install the release into `folder`, as it would any locked package: whatever registry, proxy, certificate or
 * cache it is set up for, and only with the pinned checksum. Answers what went wrong, or null.
 */
export async function fetchNode(release, { folder, executable }) {
  const { package: name, version, integrity } = release;
  const { code, output } = await installLocked(folder, { [name]: { version, integrity } });
  if (code !== 0) return troubleIn(output, release);
  return runs(executable, release);
}

/**
 * Lets npm install these packages alone (`{ version, integrity }` by name), whatever platform they are for; answers
 * `{ code, output }`.
 */
export async function installLocked(folder, locked) {
  const entries = Object.entries(locked);
  const dependencies = Object.fromEntries(entries.map(([name, { version }]) => [name, version]));
  const packages = Object.fromEntries(entries.map(([name, entry]) => [`node_modules/${name}`, entry]));
  write(folder, 'package.json', { private: true, dependencies });
  write(folder, 'package-lock.json', {
    lockfileVersion: 3,
    requires: true,
    packages: { '': { dependencies }, ...packages },
  });
  const settings = withProjectSettings(folder);
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-update-notifier'];
  const ended = await npm(['ci', '--prefix', folder, ...quiet]).catch((error) => ({ output: error.message }));
  settings.remove();
  return ended;
}

const write = (folder, name, content) => writeFileSync(join(folder, name), `${JSON.stringify(content, null, 2)}\n`);

/** npm reads a project's settings, such as its registry and the token for that, from the folder it installs into. */
function withProjectSettings(folder) {
  const [own, copy] = [inProject('.npmrc'), join(folder, '.npmrc')];
  if (existsSync(own)) copyFileSync(own, copy);
  return { remove: () => rmSync(copy, { force: true }) };
}

const troubleIn = (output, { package: name, version }) =>
  output.includes('EINTEGRITY')
    ? `What the package registry has as ${name} ${version} is not what was pinned: its checksum differs. Nothing of it was kept or run. Ask who runs the registry.`
    : `${output.trim()}\nNode ${version} could not be fetched. See that npm reaches its package registry (npm ping).`;

async function runs(executable, { version }) {
  const said = await promisify(execFile)(executable, ['--version']).catch(({ message }) => ({ stdout: message }));
  const answer = said.stdout.trim();
  return answer === `v${version}` ? null : `The fetched Node ${version} does not run on this system: ${answer}`;
}
