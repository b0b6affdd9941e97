import { execFileSync } from 'node:child_process';
import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { temporaryEnvironment, temporaryFolder } from '../../demo/temporary-environment.mjs';
import { watchConnections } from './connections.mjs';
import { freePort } from './demo-process.mjs';
import { npm } from './npm.mjs';
import { inProject, say } from './project.mjs';
import { run } from './run.mjs';

/** A folder with what a clone of this state would hold, which goes when the process ends. */
export function copyProject() {
  const copy = temporaryFolder();
  const list = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: inProject(),
  });
  for (const name of String(list).split('\0').filter(Boolean))
    if (existsSync(inProject(name))) cpSync(inProject(name), join(copy, name));
  return copy;
}

/**
 * What must hold under a Node: packages are installed, the application is built, starts and ends well, and the fast tests pass.
 * @param {{ node: string, cwd: string, env: NodeJS.ProcessEnv }} under
 */
export function stagesUnder(under) {
  const connections = watchConnections();
  const watched = { ...under, env: { ...under.env, ...connections.env } };
  return [
    { name: 'npm ci', run: () => install(watched) },
    { name: 'build and start', run: () => startAndStop(watched) },
    { name: 'nobody calls home', run: () => onlyTheRegistry(connections.seen()) },
    { name: 'fast tests', run: () => check(under) },
  ];
}

async function install({ node, ...place }) {
  const { code } = await npm(['ci', '--include=dev', '--no-audit', '--no-fund'], { node, ...place, show: true });
  return countOf(code === 0);
}

async function startAndStop({ node, cwd, env }) {
  const port = await freePort();
  const own = temporaryEnvironment({ dataDir: temporaryFolder(), fake: { url: 'http://127.0.0.1:9', token: 'none' } });
  let answered = false;
  const { code } = await run(node, ['scripts/start.mjs'], {
    cwd,
    env: { ...env, ...own, PORT: String(port), HOST: '127.0.0.1', PUBLIC_URL: '' },
    show: true,
    started: async (child) => {
      answered = await isReady(`http://127.0.0.1:${port}/api/health/ready`, child);
      child.kill('SIGTERM');
    },
  });
  return countOf(answered && code === 0);
}

async function isReady(url, child) {
  while (child.exitCode === null && child.signalCode === null) {
    if (
      await fetch(url).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return true;
    await wait(100);
  }
  return false;
}

/** npm may ask the registry; nothing else, and npm's packages least of all, may ask anybody. */
function onlyTheRegistry(seen) {
  const others = seen.filter((line) => !/ npm(-cli\.js)?$/.test(line));
  if (others.length > 0) say(`Reached while installing, building or starting: ${others.join(', ')}`);
  return countOf(seen.length > 0 && others.length === 0);
}

async function check({ node, ...place }) {
  const { code, output } = await run(node, ['scripts/check.mjs'], { ...place, show: true });
  const [passed, failed, skipped] = (/(\d+) passed, (\d+) failed, (\d+) skipped\s*$/.exec(output) ?? [])
    .slice(1)
    .map(Number);
  return passed === undefined ? countOf(false) : { passed, failed: code !== 0 && failed === 0 ? 1 : failed, skipped };
}

const countOf = (isGood) => ({ passed: isGood ? 1 : 0, failed: isGood ? 0 : 1, skipped: 0 });
