import { execFileSync } from 'node:child_process';
import { cast, castPassword } from '../demo/cast';
import type { App } from '../tests/support/app';
import { sessionCookie } from './session';

const sampleEveryMs = 10;

/** Seconds until the CSV of all snapshots has arrived, and how far the server's resident memory rose meanwhile, in MB. */
export async function exportCost(app: App): Promise<{ seconds: number; extraMb: number; days: number }> {
  const cookie = await sessionCookie(app.url, cast.ada.email, castPassword);
  const before = residentMb(app.pid());
  let most = before;
  const sampling = setInterval(() => {
    most = Math.max(most, residentMb(app.pid()));
  }, sampleEveryMs);
  const begun = performance.now();
  const text = await fetch(`${app.url}/api/v1/export?format=csv&of=snapshots`, { headers: { cookie } }).then((answer) =>
    answer.text(),
  );
  const seconds = (performance.now() - begun) / 1000;
  clearInterval(sampling);
  return {
    seconds,
    extraMb: Math.max(most, residentMb(app.pid())) - before,
    days: text.trimEnd().split('\n').length - 1,
  };
}

/** Resident memory of a process. */
export function residentMb(pid: number): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;
}
