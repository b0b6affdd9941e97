import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const hasProc = process.platform === 'linux';
const sampleEveryMs = 10;

/** Resident memory of a process, in MB. */
export const residentMb = (pid: number): number =>
  hasProc
    ? residentMbIn(readFileSync(`/proc/${pid}/status`, 'utf8'))
    : Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;

/** What `/proc/PID/status` says of it. */
export const residentMbIn = (status: string): number => Number(/^VmRSS:\s*(\d+) kB$/m.exec(status)?.[1]) / 1024;

/** How far a process's resident memory rises while `work` runs, in MB. */
export async function rise(pid: number, work: () => Promise<unknown>): Promise<number> {
  const before = residentMb(pid);
  let most = before;
  const look = () => {
    most = Math.max(most, residentMb(pid));
  };
  // Only a file read is light enough to be done meanwhile: starting `ps` a hundred times a second slows what is watched.
  const sampling = hasProc ? setInterval(look, sampleEveryMs) : undefined;
  await work();
  clearInterval(sampling);
  look();
  return most - before;
}
