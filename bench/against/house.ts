import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { temporaryEnvironment, temporaryFolder } from '../../demo/temporary-environment.mjs';
import { freePort } from '../../tests/support/free-port';
import type { Checkout } from './check-out';

/** A commit at work on a database of its own, known by its commands, variables and routes alone: what lies inside may differ. */
export type House = {
  readonly name: string;
  readonly url: string;
  pid(): number;
  /** Builds first where nothing is built yet. */
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Runs a command to its end and answers what it printed. */
  cli(args: readonly string[], input?: string): Promise<string>;
};

type Fake = { readonly url: string; readonly token: string };

export async function openHouse({ name, root }: Checkout, fake: Fake): Promise<House> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const env = environment({ fake, port, url });
  let server: ChildProcess | undefined;
  const stop = async () => {
    if (server === undefined || server.exitCode !== null) return;
    const ended = once(server, 'exit');
    server.kill('SIGTERM');
    await ended;
  };
  process.on('exit', () => server?.kill('SIGKILL'));
  return {
    name,
    url,
    pid: () => server?.pid ?? 0,
    start: async () => {
      const child = spawn(process.execPath, ['scripts/start.mjs'], {
        cwd: root,
        env,
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      server = child;
      await answering(url, child);
    },
    stop,
    cli: (args, input) => command({ root, env, args, input }),
  };
}

function environment({ fake, port, url }: { fake: Fake; port: number; url: string }): NodeJS.ProcessEnv {
  // Where this process finds its own types would mislead the other's commands.
  const { TSX_TSCONFIG_PATH: _, ...around } = process.env;
  return {
    ...around,
    ...temporaryEnvironment({ dataDir: temporaryFolder(), fake }),
    HOST: '127.0.0.1',
    PORT: String(port),
    PUBLIC_URL: url,
    LOG_LEVEL: 'warn',
    REFRESH_PER_MINUTE: '100000',
    API_PER_MINUTE: '1000000',
  };
}

type Command = { root: string; env: NodeJS.ProcessEnv; args: readonly string[]; input: string | undefined };

async function command({ root, env, args, input = '' }: Command): Promise<string> {
  const child = spawn(process.execPath, ['scripts/cli.mjs', ...args], {
    cwd: root,
    env,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(input);
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`cli ${args.join(' ')} ended with ${code} in ${root}`);
  return output;
}

// A first start builds, and may install: that takes minutes.
async function answering(url: string, child: ChildProcess): Promise<void> {
  while (child.exitCode === null && child.signalCode === null) {
    const answer = await fetch(`${url}/api/health/live`).catch(() => null);
    if (answer?.ok) return;
    await wait(100);
  }
  throw new Error(`the server of ${url} ended before it answered`);
}
