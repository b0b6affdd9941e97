import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { delimiter, dirname } from 'node:path';
import { pinnedNode } from './pinned-node.mjs';
import { fail } from './project.mjs';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGUSR2'];
const onWindows = process.platform === 'win32';

/** Runs this very command under the pinned Node and ends as that ends: same exit code, same signal. Never returns. */
export async function goOnUnderNewerNode() {
  const node = await pinnedNode();
  const child = spawn(node, [...process.execArgv, ...process.argv.slice(1)], {
    // The channel carries nothing: that it closes tells the other that this process is gone.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...environmentFor(node), ENDS_WITH_ITS_STARTER: '1' },
    // A terminal signals its whole group. In a group of its own the other hears of Ctrl+C once, from here.
    detached: !onWindows,
  });
  for (const signal of signals) process.on(signal, () => child.kill(signal));
  child.once('error', ({ message }) => fail(`The fetched Node could not be started: ${message}`));
  child.once('exit', endAs);
  return new Promise(() => {});
}

/** An environment in which `node` is that one for whatever is started, npm and the packages' own scripts included. */
export function environmentFor(node) {
  const { NODE, npm_node_execpath, ...rest } = process.env;
  const path = Object.keys(rest).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  return { ...rest, [path]: `${dirname(node)}${delimiter}${rest[path] ?? ''}` };
}

function endAs(code, signal) {
  if (signal === null) process.exit(code);
  for (const one of signals) process.removeAllListeners(one);
  process.kill(process.pid, signal);
  // Some signals do not end a process that is told of them by itself.
  setTimeout(() => process.exit(128 + constants.signals[signal]), 100);
}
