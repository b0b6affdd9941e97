import { createHash } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { DatabaseRefusal } from '../drivers/errors';
import { dialectOf, fileOf } from '../drivers/location';
import { addressOf } from '../postgres/client-options';
import { makeFolder } from './make-folder';

export type UsedMarker = { readonly path: string; readonly exists: boolean; readonly set: () => void };

/** A file in the data directory that remembers that this database once existed, so that an empty one never silently takes its place. */
export function usedMarkerOf(url: string, dataDir: string): UsedMarker {
  const location = locationOf(url, dataDir);
  const pathOf = (place: string) =>
    join(dataDir, `database-${createHash('sha256').update(place).digest('hex').slice(0, 16)}.json`);
  const path = pathOf(location);
  const exists = existsSync(path) || spelledAsBefore(url).some((place) => existsSync(pathOf(place)));
  const set = () => {
    if (existsSync(path)) return;
    const facts = { location, firstUsedAt: new Date().toISOString() };
    try {
      makeFolder(dataDir);
      writeFileSync(path, `${JSON.stringify(facts, null, 2)}\n`, { mode: 0o600 });
    } catch (error) {
      throw unwritable(dataDir, error);
    }
  };
  return { path, exists, set };
}

/** Names the database without user or password; inside the data directory relative to it, so that the directory can move. */
function locationOf(url: string, dataDir: string): string {
  if (dialectOf(url) === 'postgresql') return postgresLocation(url);
  const inside = relative(dataDir, fileOf(url));
  return inside.startsWith(`..${sep}`) ? `file:${fileOf(url)}` : `file:${inside} in DATA_DIR`;
}

/** One name for one database, however its URL is spelled. */
function postgresLocation(url: string): string {
  const { host = 'localhost', port = 5432, database, user = '', schema } = addressOf(url);
  const name = host.toLowerCase().replace(/\.$/, '');
  const place = /^(127\.0\.0\.1|::1)$/.test(name) ? 'localhost' : name;
  return `postgresql://${place}:${port}/${database ?? user}?schema=${schema ?? 'public'}`;
}

/** Earlier versions took the URL at its word. */
function spelledAsBefore(url: string): string[] {
  if (dialectOf(url) !== 'postgresql' || !URL.canParse(url)) return [];
  const { host, pathname, searchParams } = new URL(url);
  return [`postgresql://${host}${pathname}?schema=${searchParams.get('schema') ?? 'public'}`];
}

const unwritable = (dataDir: string, error: unknown): DatabaseRefusal =>
  new DatabaseRefusal(
    `The folder DATA_DIR (${dataDir}) cannot be written (${error instanceof Error && 'code' in error ? error.code : 'unknown'}), but it must remember that this database exists. Check that the folder exists and that this user may write into it.`,
  );
