import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { create } from 'tar';
import { entriesIn } from './entries.mjs';

/** Packs `folder` beside itself, with a checksum as `sha256sum --check` reads it: the same bytes for the same files. */
export async function pack(folder, at) {
  const file = `${folder}.tar.gz`;
  const name = basename(folder);
  const entries = entriesIn(folder).map((one) => join(name, one.name));
  // `portable` leaves out whose they are and when they were made.
  const how = { portable: true, noDirRecurse: true, mtime: at, gzip: { level: 9, portable: true } };
  await create({ ...how, file, cwd: dirname(folder) }, [name, ...entries]);
  const hash = createHash('sha256').update(readFileSync(file)).digest('hex');
  writeFileSync(`${file}.sha256`, `${hash}  ${basename(file)}\n`);
  return file;
}
