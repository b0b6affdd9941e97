import { dirname } from 'node:path';
import { fileOf } from '@/lib/adapters/db/drivers/location';
import { openMode } from '@/lib/adapters/db/migrate/close-to-others';
import type { Log } from '@/lib/adapters/log';
import type { Config } from '@/lib/config/config';

/** The files in them are this user's alone; but whoever may write into a folder may put others in their place. */
export function warnOfOpenFolders({ databaseUrl, dataDir }: Config, log: Log): void {
  const folders = databaseUrl.startsWith('file:') ? [dirname(fileOf(databaseUrl)), dataDir] : [dataDir];
  for (const folder of new Set(folders)) {
    const mode = openMode(folder);
    if (mode !== null) log.warn('data-folder-open', { folder, mode, cure: `chmod 700 ${folder}` });
  }
}
