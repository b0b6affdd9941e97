import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { node } from '../scripts/parts/run.mjs';
import { freePort } from '../tests/support/free-port';

const folder = resolve('bench/minimal');
const next = resolve('node_modules/next/dist/bin/next');

/** A minimal dynamic page of the same Next version in production: what everything is measured against. */
export async function startMinimal(): Promise<{ url: string; end(): Promise<void> }> {
  if (!existsSync(`${folder}/.next/BUILD_ID`)) {
    const { code, output } = await node([next, 'build', folder], { env: { NODE_ENV: 'production' } });
    if (code !== 0) throw new Error(output);
  }
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const args = [next, 'start', folder, '--port', String(port), '--hostname', '127.0.0.1'];
  const child = spawn(process.execPath, args, { stdio: 'ignore', env: { ...process.env, NODE_ENV: 'production' } });
  process.on('exit', () => child.kill('SIGKILL'));
  for (let tries = 0; tries < 300; tries++) {
    if (
      await fetch(url).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      break;
    await wait(100);
  }
  return {
    url,
    end: async () => {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}
