import type pg from 'pg';
import type { PostgresAddress } from './address';

/**
 * Lets a client end the connection, as libpq does, where `channel_binding=require` asks for more than the server does to know whom it
 * lets in; the driver only prefers it. Nothing that proves the password has been sent by then.
 */
export function holdToBinding(client: pg.Client, { words }: PostgresAddress): void {
  if (words.channel_binding !== 'require') return;
  const { connection } = client;
  let isBound = false;
  const refuse = () => {
    // Told first: what the driver goes on to send meets a closed stream, which is another error.
    connection.emit('error', new Error(unbound));
    connection.stream.destroy();
  };
  connection.on('authenticationSASL', ({ mechanisms }: { mechanisms: readonly string[] }) => {
    isBound = mechanisms.includes('SCRAM-SHA-256-PLUS');
    if (!isBound) refuse();
  });
  connection.on('authenticationCleartextPassword', refuse);
  connection.on('authenticationMD5Password', refuse);
  connection.on('authenticationOk', () => {
    if (!isBound) refuse();
  });
}

/** For `connectionTrouble`, which has the words for people. */
export const unbound = 'channel binding is required and was not offered';
