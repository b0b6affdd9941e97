import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { prepareCommandLine } from '../../scripts/parts/prepare.mjs';

export type CliOptions = { dataDir: string; input?: string; env?: Record<string, string>; cwd?: string };

const root = fileURLToPath(new URL('../..', import.meta.url));
const entry = prepareCommandLine();

/** Nothing of the surrounding environment may reach the tool but where programs are. */
const clean = { PATH: process.env.PATH ?? '', NODE_ENV: 'test' } as const;

/** Runs the administration tool as its own process, as `npm run cli` does, on the data of `dataDir`. */
export async function cli(args: readonly string[], { dataDir, input = '', env = {}, cwd = root }: CliOptions) {
  const child = spawn(process.execPath, [await entry, ...args], { cwd, env: { ...clean, DATA_DIR: dataDir, ...env } });
  child.stdin.end(input);
  const [stdout, stderr, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve) => child.on('exit', resolve)),
  ]);
  return { code, stdout, stderr, json: () => JSON.parse(stdout) as unknown };
}
