import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type SmallDisk = {
  readonly folder: string;
  /** Fills what is free but for so many bytes. */
  fill(leave?: number): void;
  /** Frees what was filled. */
  clear(): void;
  /** Nothing on it can be written any more, or again. */
  mount(as: 'ro' | 'rw'): void;
  end(): void;
};

/** Why there are no small disks here; null where there are. Said aloud once, since tests are left out then. */
export const noSmallDisks: string | null = missing();

/** A file system in memory, so small that it is soon full. */
export function smallDisk(megabytes: number): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), 'adoption-disk-'));
  must('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0700`, 'tmpfs', folder]);
  const ballast = join(folder, 'ballast');
  let ended = false;
  const end = () => {
    if (ended) return;
    ended = true;
    must('umount', ['-l', folder]);
    rmSync(folder, { recursive: true, force: true });
  };
  // A test that fails half-way must not leave it mounted.
  process.once('exit', end);
  return {
    folder,
    fill: (leave = 0) => {
      const { bavail, bsize } = statfsSync(folder);
      writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - leave)));
    },
    clear: () => rmSync(ballast, { force: true }),
    mount: (as) => must('mount', ['-o', `remount,${as}`, folder]),
    end,
  };
}

function missing(): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'adoption-disk-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder]);
  if (mounted.status === 0) spawnSync('umount', [folder]);
  rmSync(folder, { recursive: true, force: true });
  if (mounted.status === 0) return null;
  const reason = 'a small file system cannot be mounted here (it takes root on Linux)';
  process.stderr.write(`\nTHE TESTS WITH A FULL DISK ARE LEFT OUT: ${reason}.\n\n`);
  return reason;
}

function must(command: string, args: readonly string[]): void {
  const { status, stderr } = spawnSync(command, args);
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}: ${stderr}`);
}
