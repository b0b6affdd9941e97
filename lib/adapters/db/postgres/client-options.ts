import { readFileSync } from 'node:fs';
import type { ClientConfig } from 'pg';
import { DatabaseRefusal } from '../drivers/errors';
import { type PostgresAddress, readAddress } from './address';
import type { Words } from './url-words';

/** The address in a URL that the configuration has passed; throws `DatabaseRefusal` for one that it would not. */
export function addressOf(url: string): PostgresAddress {
  const read = readAddress(url);
  if (!read.ok) throw new DatabaseRefusal(`${read.failure.faults.map((fault) => `DATABASE_URL ${fault}`).join('. ')}.`);
  return read.value;
}

/** What the driver is told, for one connection, which may take `patienceMs` to come about where the address does not say. Reads the files of certificates. */
export function clientOptions(address: PostgresAddress, patienceMs = 4_000): ClientConfig {
  const { words } = address;
  return {
    ...whereOf(address),
    ...encryptionOptions(address),
    connectionTimeoutMillis: milliseconds(words.connect_timeout, patienceMs),
    query_timeout: milliseconds(words.socket_timeout, 30_000),
    keepAlive: words.keepalives !== '0',
    keepAliveInitialDelayMillis: milliseconds(words.keepalives_idle, 0),
    application_name: words.application_name ?? 'enpass-adoption-history',
    // PgBouncer refuses start-up parameters that it does not know, so there is none that was not asked for.
    ...(words.options === undefined ? {} : { options: words.options }),
    ...(words.channel_binding === undefined || words.channel_binding === 'disable' ? {} : channelBinding),
  };
}

/** The driver knows it and its types do not. */
const channelBinding: object = { enableChannelBinding: true };

/** Seconds of a URL; 0 is no limit, for the driver too. */
export const milliseconds = (seconds: string | undefined, otherwise: number): number =>
  seconds === undefined ? otherwise : Number(seconds) * 1000;

const whereOf = ({ host, port, user, password, database }: PostgresAddress): ClientConfig =>
  Object.fromEntries(
    Object.entries({ host, port, user, password, database }).filter(([, value]) => value !== undefined),
  );

function encryptionOptions({ encryption, words }: PostgresAddress): ClientConfig {
  if (encryption === 'default') return {};
  if (encryption === 'none') return { ssl: false };
  return {
    ssl: {
      ...certificates(words),
      ...(encryption === 'unchecked' ? { rejectUnauthorized: false } : {}),
      ...(encryption === 'trusted' ? { checkServerIdentity: () => undefined } : {}),
    },
    ...(words.sslnegotiation === 'direct' ? { sslnegotiation: 'direct' as const } : {}),
  };
}

function certificates({ sslrootcert, sslcert, sslkey, sslpassword }: Words) {
  const files = { ca: sslrootcert === 'system' ? undefined : sslrootcert, cert: sslcert, key: sslkey };
  const named = { ca: 'sslrootcert', cert: 'sslcert', key: 'sslkey' } as const;
  const read = (['ca', 'cert', 'key'] as const).flatMap((part) => {
    const file = files[part];
    return file === undefined ? [] : [[part, fileText(file, named[part])] as const];
  });
  return { ...Object.fromEntries(read), ...(sslpassword === undefined ? {} : { passphrase: sslpassword }) };
}

function fileText(file: string, word: string): string {
  try {
    return readFileSync(/*turbopackIgnore: true*/ file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new DatabaseRefusal(
      `The file that ${word} in DATABASE_URL names cannot be read (${code}): check its path, which counts from the folder of the application, and that this user may read it.`,
    );
  }
}
