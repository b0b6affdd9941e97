import type { ClientBase } from 'pg';
import { DatabaseRefusal } from '../drivers/errors';
import type { PostgresAddress } from './address';

/**
 * Lets values be told as the driver reads them, whatever the role or the database is set to: a date in another style is null
 * to it, and one in another zone another instant. PgBouncer follows these two from client to client, also between transactions.
 */
export async function prepareSession(client: ClientBase): Promise<void> {
  await client.query(`SET DateStyle = 'ISO'; SET TimeZone = 'UTC'; ${wholeNumbers}`);
}

// Below 1 a fraction is told shortened. Asked first, because a pooler would hand what is set here on to strangers.
const wholeNumbers =
  "SELECT set_config('extra_float_digits', '3', false) WHERE current_setting('extra_float_digits')::int < 1";

/** The one schema that migrations, queries and backups use: the URL's, else the first of the role's search path. */
export async function schemaOf(client: Pick<ClientBase, 'query'>, { schema }: PostgresAddress): Promise<string> {
  if (schema !== null) return schema;
  const { rows } = await client.query<{ schema: string | null }>('SELECT current_schema() AS "schema"');
  const found = rows[0]?.schema ?? null;
  if (found === null) throw new DatabaseRefusal(noSchema);
  return found;
}

const noSchema =
  'No schema that the user in DATABASE_URL may use is on its search path. Name one: add ?schema=adoption to DATABASE_URL, which is created when it is missing.';

/** A name as SQL takes it. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
