import type { Header, Manifest } from './archive';
import { atOneMoment } from './database-rows';
import { writeArchive } from './write-archive';

export type BackupOptions = {
  readonly url: string;
  readonly file: string;
  readonly now: Date;
  /** Put into the file only when given (`--with-keys`). */
  readonly keys?: NonNullable<Header['keys']>;
  readonly heads?: NonNullable<Header['heads']>;
};

/** Writes one file with everything kept, as it is at one moment, while the server goes on writing; it restores into either kind of database. */
export const backup = ({ url, file, now, ...more }: BackupOptions): Promise<Manifest> =>
  atOneMoment(url, ({ schema, rows }) => writeArchive(file, { schema, createdAt: now.toISOString(), ...more }, rows));
