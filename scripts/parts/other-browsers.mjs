import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { say } from './project.mjs';
import { run } from './run.mjs';

const firefoxes = ['firefox-esr', 'firefox'];
const applications = [
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

/** What each answers: the path of the browser or of its driver, installed first where root may; null when there is none, which has been said. */
export const findOtherBrowsers = {
  firefox: () =>
    found({
      look: () => process.env.FIREFOX_PATH ?? onPath(firefoxes) ?? applications.find(existsSync) ?? null,
      packages: ['firefox-esr'],
      otherwise: 'install Firefox (Debian: apt-get install firefox-esr), or name one in FIREFOX_PATH',
    }),
  webkit: () =>
    found({
      look: () => (process.env.DISPLAY || onPath(['xvfb-run']) ? onPath(['WebKitWebDriver']) : null),
      packages: ['webkit2gtk-driver', 'xvfb', 'xauth'],
      otherwise: 'on Debian, apt-get install webkit2gtk-driver xvfb xauth',
    }),
};

async function found({ look, packages, otherwise }) {
  const there = look() ?? ((await installed(packages)) ? look() : null);
  if (there === null) say(`*** Not there: ${otherwise}. Nothing of it is proven. ***`);
  return there;
}

async function installed(packages) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  say(`Installing ${packages.join(', ')} from the distribution …`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { env });
  const { code } = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env });
  return code === 0;
}

function onPath(names) {
  const folders = (process.env.PATH ?? '').split(':');
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync) ?? null;
}
