import { chmodSync, closeSync, openSync, statSync } from 'node:fs';

/**
 * Makes a SQLite file readable by this user alone, whatever the umask, before anything is in it; its log and shared memory follow:
 * SQLite makes them with the file's own mode. Those that are there from before are closed, too.
 */
export function closeToOthers(file: string): void {
  // Not `wx`: of several processes that start at once one makes it, and an empty file is an empty database.
  closeSync(openSync(file, 'a', 0o600));
  for (const part of [file, `${file}-wal`, `${file}-shm`]) closePart(part);
}

/** Nothing to do on Windows, where modes are not kept; a file of another user stays as its owner made it. */
function closePart(file: string): void {
  const mode = modeOf(file);
  if (mode === null || (mode & 0o777) === 0o600) return;
  try {
    chmodSync(file, 0o600);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && /^E(PERM|ROFS|NOENT)$/.test(String(error.code)))) throw error;
  }
}

/** The folder's mode as text ("755") where others than its owner may look or write into it; null where not. */
export function openMode(folder: string): string | null {
  const mode = modeOf(folder);
  return mode === null || (mode & 0o077) === 0 ? null : (mode & 0o777).toString(8);
}

const modeOf = (path: string): number | null =>
  process.platform === 'win32' ? null : (statSync(path, { throwIfNoEntry: false })?.mode ?? null);
