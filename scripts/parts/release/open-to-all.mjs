import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { entriesIn } from './entries.mjs';

/** Whoever unpacks it, and whatever their umask or that of who made it: everybody may read, nobody but the owner may write. */
export function openToAll(folder) {
  chmodSync(folder, 0o755);
  for (const { name, entry } of entriesIn(folder)) {
    if (!entry.isSymbolicLink()) chmodSync(join(folder, name), entry.isDirectory() ? 0o755 : 0o644);
  }
}
