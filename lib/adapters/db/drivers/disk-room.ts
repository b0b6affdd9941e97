import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseUnavailable } from './errors';
import { dialectOf, fileOf } from './location';

/** Less than a snapshot with its forecasts takes, in bytes. A small write may still fit into the log as it is. */
const least = 256 * 1024;

/** Throws when a SQLite file's disk is full. How much room a server of PostgreSQL has, it alone knows. */
export function roomFor(url: string): () => void {
  if (dialectOf(url) === 'postgresql') return () => {};
  const folder = dirname(fileOf(url));
  return () => {
    const free = freeIn(folder);
    if (free !== null && free < least) {
      throw new DatabaseUnavailable('the disk that the database is on is full', 'unwritable');
    }
  };
}

/** Null where the system does not tell, or the folder is gone: then the write itself finds out. */
function freeIn(folder: string): number | null {
  try {
    const { bavail, bsize, blocks } = statfsSync(folder);
    return blocks === 0 ? null : bavail * bsize;
  } catch {
    return null;
  }
}
