import type { Context } from '@/lib/services/context';

/**
 * What to say where nobody has an account and nothing is kept: most often the command looks elsewhere than the server, whose settings it
 * was not given. Null where there is something.
 */
export async function emptyPlaceWords({ store, organisation, config }: Context): Promise<string | null> {
  if ((await store.people.any()) || (await store.snapshots.firstDay(organisation.id)) !== null) return null;
  const { databaseUrl } = config;
  const place = databaseUrl.startsWith('file:') ? databaseUrl.slice('file:'.length) : 'the database of DATABASE_URL';
  return `Nobody has an account and nothing is kept in ${place}. Where the server uses another place, give this command the same DATA_DIR or DATABASE_URL.`;
}
