import pg from 'pg';
import type { PostgresAddress } from './address';
import { holdToBinding } from './channel-binding';
import { addressOf, clientOptions } from './client-options';
import { placeOf } from './place';
import { prepareSession } from './session';
import { driverError } from './trouble';

export type Connected = { readonly client: pg.Client; readonly address: PostgresAddress };

/** Lends `work` a connection of its own, and ends it. What the server or the way to it does wrong is thrown in words. */
export async function onOneConnection<T>(url: string, work: (connected: Connected) => Promise<T>): Promise<T> {
  const address = addressOf(url);
  // Nobody waits at a page: a server may have to wake, and a migration or a backup takes its time.
  const options = clientOptions(address, 10_000);
  const client = new pg.Client({ ...options, query_timeout: 0 });
  holdToBinding(client, address);
  let isSound = false;
  // Without a listener a connection that breaks while idle would end the process.
  client.on('error', () => {
    isSound = false;
  });
  try {
    await client.connect();
    await prepareSession(client);
    isSound = true;
    return await work({ client, address });
  } catch (error) {
    // On a sound connection what has no severity is the work's own: a file that could not be written.
    const isOurs = isSound && !(error instanceof pg.DatabaseError);
    throw isOurs ? error : driverError(error, placeOf(options));
  } finally {
    await client.end();
  }
}
