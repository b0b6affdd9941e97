import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { temporaryEnvironment, temporaryFolder } from '../../demo/temporary-environment.mjs';
import { spawnTypeScript } from '../../scripts/parts/typescript.mjs';
import { type AppDatabase, postgresOn, sqliteIn } from './app-database';
import { freePort } from './free-port';

/** A real server in a process of its own, as `npm start` runs it. Needs a build. */
export type App = {
  readonly url: string;
  pid(): number;
  /** Runs a statement on its database, beside it. */
  readonly query: AppDatabase['query'];
  /** What it wrote so far, both streams. */
  output(): string;
  /** SIGTERM; answers the exit code. */
  stop(): Promise<number | null>;
  /** SIGKILL, as a power cut would. */
  kill(): Promise<void>;
  /** Starts again on the same data, after `stop` or `kill`. */
  start(): Promise<void>;
  /** Ends it and removes its data. */
  end(): Promise<void>;
};

type Options = {
  readonly fake: { readonly url: string; readonly token: string };
  /** Days of history to start with, and the cast with this password, which has lived through them or only signed up; without it the database is empty. */
  readonly seed?: { readonly days: number; readonly password: string; readonly lived?: boolean };
  /** A PostgreSQL server on which it gets a database of its own; without one it keeps a file. */
  readonly postgres?: string | undefined;
  readonly env?: Readonly<Record<string, string>>;
};

export async function startApp({ fake, seed, postgres, env = {} }: Options): Promise<App> {
  const dataDir = mkdtempSync(join(tmpdir(), 'adoption-app-'));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const own = { ...temporaryEnvironment({ dataDir, fake }), HOST: '127.0.0.1', PORT: String(port), PUBLIC_URL: url };
  // What a story lets be asked comes to the fake Enpass, which always may be.
  const targets = [own.ALLOW_PRIVATE_TARGETS, env.ALLOW_PRIVATE_TARGETS].filter(Boolean).join(',');
  const around = { ...process.env, ...own, LOG_LEVEL: 'info', ...env, ALLOW_PRIVATE_TARGETS: targets };
  const from = seed === undefined ? undefined : await filledHome({ seed, postgres, env: around });
  const database = await databaseIn({ dataDir, postgres, from });
  const environment = { ...around, ...database.env };
  let child: ChildProcess;
  let output = '';
  const start = async () => {
    child = spawn(process.execPath, [resolve('scripts/start.mjs')], {
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const keep = (chunk: Buffer) => {
      output += chunk;
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    await answering(url, child, () => output);
  };
  const ended = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
    child.kill(signal);
    await once(child, 'exit');
    return child.exitCode;
  };
  await start();
  return {
    url,
    query: database.query,
    pid: () => child.pid ?? 0,
    start,
    output: () => output,
    stop: () => ended('SIGTERM'),
    kill: async () => void (await ended('SIGKILL')),
    end: async () => {
      await ended('SIGKILL');
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** A data folder and the database that goes with it. */
type Home = { readonly dataDir: string; readonly database: AppDatabase };

type Wanted = Pick<Options, 'postgres'> & { readonly dataDir: string; readonly from?: Home | undefined };

async function databaseIn({ dataDir, postgres, from }: Wanted): Promise<AppDatabase> {
  if (from !== undefined) cpSync(from.dataDir, dataDir, { recursive: true });
  return postgres === undefined ? sqliteIn(dataDir) : postgresOn(postgres, from?.database.name);
}

type Filling = Pick<Options, 'postgres'> & Required<Pick<Options, 'seed'>> & { readonly env: NodeJS.ProcessEnv };

// Four passwords are slow to hash: each sort of history is made once a process, and copied.
const filled = new Map<string, Promise<Home>>();

function filledHome(filling: Filling): Promise<Home> {
  const { ORG_NAME, ORG_TIME_ZONE, CAPTURE_TIME } = filling.env;
  const sort = JSON.stringify({ ...filling, env: { ORG_NAME, ORG_TIME_ZONE, CAPTURE_TIME } });
  const made = filled.get(sort) ?? fill(filling);
  filled.set(sort, made);
  return made;
}

/** Removes what was made to be copied from a server that stays; folders go with the process. */
export async function dropFilled(): Promise<void> {
  for (const made of filled.values()) await (await made).database.drop();
  filled.clear();
}

async function fill({ seed: { days, password, lived = false }, postgres, env }: Filling): Promise<Home> {
  const dataDir = temporaryFolder();
  const database = await databaseIn({ dataDir, postgres });
  const args = ['--days', String(days), '--password', password, ...(lived ? ['--with-activity'] : [])];
  const own = { ...env, ...database.env, DATA_DIR: dataDir, LOG_LEVEL: 'warn' };
  const child = spawnTypeScript('demo/seed.ts', args, { env: own, stdio: 'inherit' });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`the seed ended with ${code}`);
  return { dataDir, database };
}

async function answering(url: string, child: ChildProcess, output: () => string): Promise<void> {
  for (let tries = 0; tries < 2_400; tries++) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}:\n${output()}`);
    const answer = await fetch(`${url}/api/health/live`).catch(() => null);
    if (answer?.ok) return;
    await wait(25);
  }
  throw new Error(`the server did not answer within a minute:\n${output()}`);
}
