import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { type Place, unmigrated } from './databases';

export type RolePlace = Place & {
  readonly role: string;
  /** Runs statements as the server's owner, in the same database. `THIS_ROLE` and `THIS_DATABASE` stand for their names. */
  asOwner(...statements: readonly string[]): Promise<void>;
  /** The role's own answer to a question. */
  ask(statement: string): Promise<unknown[]>;
};

/** An empty database and a role of its own that may do what `statements` allow it, and no more. */
export async function placeOfRole(...statements: readonly string[]): Promise<RolePlace> {
  const place = await unmigrated('postgresql');
  const role = `role_${randomUUID().replaceAll('-', '')}`;
  const database = new URL(place.url).pathname.slice(1);
  const run = (text: string) =>
    onServer(place.url, text.replaceAll('THIS_DATABASE', database).replaceAll('THIS_ROLE', role));
  const asOwner = async (...texts: readonly string[]) => {
    for (const text of texts) await run(text);
  };
  await asOwner('CREATE ROLE THIS_ROLE LOGIN', 'REVOKE CREATE ON SCHEMA public FROM PUBLIC', ...statements);
  const url = new URL(place.url);
  url.username = role;
  return {
    ...place,
    url: url.toString(),
    role,
    asOwner,
    ask: (text) => onServer(url.toString(), text),
    drop: async () => {
      await asOwner('DROP OWNED BY THIS_ROLE CASCADE');
      await place.drop();
      await onServer(serverOf(place.url), `DROP ROLE ${role}`);
    },
  };
}

function serverOf(url: string): string {
  const server = new URL(url);
  server.pathname = '/postgres';
  return server.toString();
}

async function onServer(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}
