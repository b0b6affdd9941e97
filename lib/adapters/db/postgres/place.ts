import pg, { type ClientConfig } from 'pg';

/** What is asked, as words may name it: never with a password. */
export type Place = {
  /** `db.example.com:5432`, or the folder of a socket. */
  readonly at: string;
  readonly host: string;
  readonly database: string;
  readonly user: string;
};

/** Where the driver will look, its defaults and PGHOST and the like included. */
export function placeOf(options: ClientConfig): Place {
  const { host, port, database = '', user = '' } = new pg.Client(options);
  const named = host.includes(':') ? `[${host}]` : host;
  return { at: host.startsWith('/') ? `at the socket in ${host}` : `${named}:${port}`, host, database, user };
}
