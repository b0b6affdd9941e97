import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { say, tool } from './project.mjs';
import { node, run } from './run.mjs';

const commands = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The path of a Chromium: an installed one, else the distribution's package, else Playwright's download; null when there is none. */
export async function findBrowser() {
  return process.env.CHROMIUM_PATH ?? installed() ?? (await fromDistribution()) ?? (await fromPlaywright());
}

function installed() {
  const folders = (process.env.PATH ?? '').split(':');
  const found = commands.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync);
  return found ?? applications.find(existsSync) ?? downloaded();
}

function downloaded() {
  const path = createRequire(import.meta.url)('playwright').chromium.executablePath();
  return existsSync(path) ? path : null;
}

async function fromDistribution() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return null;
  say('Installing Chromium from the distribution …');
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { env });
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { env });
  return commands.map((name) => `/usr/bin/${name}`).find(existsSync) ?? null;
}

async function fromPlaywright() {
  say('Downloading Chromium with Playwright …');
  await node([tool.playwright, 'install', 'chromium'], { show: true });
  return downloaded();
}
