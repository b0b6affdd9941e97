import { spawn } from 'node:child_process';
import { root } from './project.mjs';

const running = new Set();
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const patienceMs = 5_000;
let stopped = false;
const kill = (signal) => {
  for (const child of running) child.kill(signal);
};
const passOn = (signal) => {
  stopped = true;
  kill(signal);
  // npm waits on for a download that stalls, whatever it is told.
  setTimeout(() => process.exit(130), patienceMs).unref();
};
process.on('exit', () => kill('SIGKILL'));

// Only while something runs: at other times a signal is for this process itself.
function watch(child) {
  if (running.size === 0) for (const signal of signals) process.on(signal, passOn);
  running.add(child);
}

function unwatch(child) {
  running.delete(child);
  if (running.size === 0) for (const signal of signals) process.off(signal, passOn);
}

/**
 * Runs a program to its end and answers `{ code, output }`; `show` passes its output through while it runs, `started` is told
 * the process.
 */
export function run(command, args, { env = {}, show = false, cwd = root, started } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    watch(child);
    started?.(child);
    let output = '';
    const keep = (stream) => (chunk) => {
      output += chunk;
      if (show) stream.write(chunk);
    };
    child.stdout.on('data', keep(process.stdout));
    child.stderr.on('data', keep(process.stderr));
    child.on('error', reject);
    child.on('close', (code, signal) => {
      unwatch(child);
      if (stopped) process.exit(130);
      resolve({ code: code ?? 128, signal, output });
    });
  });
}

export const node = (args, options) => run(process.execPath, args, options);
