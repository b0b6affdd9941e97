import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export type Child = {
  /** Resolves when the process has printed `ready`. */
  readonly ready: Promise<void>;
  /** Lets a child that waits at its standard input go on. */
  go(): void;
  /** Its standard output; rejects with its standard error when it fails. */
  readonly output: Promise<string>;
};

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Runs a TypeScript file of the tests in a process of its own. */
export function startChild(script: string, ...args: string[]): Child {
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], { cwd: root, stdio: 'pipe' });
  let said = '';
  let complaint = '';
  let isReady = () => {};
  const ready = new Promise<void>((resolve) => {
    isReady = resolve;
  });
  child.stdout.on('data', (chunk) => {
    said += chunk;
    if (said.includes('ready')) isReady();
  });
  child.stderr.on('data', (chunk) => {
    complaint += chunk;
  });
  const output = once(child, 'close').then(([code]) => {
    isReady();
    if (code !== 0) throw new Error(`${script} ended with ${code}: ${complaint}`);
    return said;
  });
  return { ready, go: () => child.stdin.write('go\n'), output };
}

/** Starts several, lets them all go at the same moment, and answers what each printed. */
export async function together(children: readonly Child[]): Promise<string[]> {
  await Promise.all(children.map((child) => child.ready));
  for (const child of children) child.go();
  return Promise.all(children.map((child) => child.output));
}
