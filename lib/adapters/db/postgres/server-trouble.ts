import type { Trouble } from '../drivers/errors';
import type { Place } from './place';

type Said = { readonly state: string; readonly message: string };

/** What the server answered instead of doing its work: cause, place and cure as one clause. Null for what is no trouble of the server's. */
export function serverTrouble({ state, message }: Said, place: Place): string | null {
  const server = `the PostgreSQL server ${place.at}`;
  const words = known[state] ?? known[state.slice(0, 2)];
  return words === undefined
    ? null
    : `${server} ${typeof words === 'string' ? words : words({ state, message }, place)}`;
}

/** It will not pass by itself: somebody has to set something right. */
export const isRefusal = (state: string): boolean => /^(28|3D|3F|42501)/.test(state);

/** Whether the server cannot do its work now, so that asking again later may help. */
export const isAwayState = (state: string): boolean =>
  !isRefusal(state) && (known[state] ?? known[state.slice(0, 2)]) !== undefined;

/** Which of them it is to whoever only reads. */
export function troubleOf(state: string): Trouble {
  if (state === '25006' || state === '53100') return 'unwritable';
  return state === '55P03' ? 'locked' : 'away';
}

type Words = string | ((said: Said, place: Place) => string);

const tooLong = (what: string, setting: string): string =>
  `cut off ${what} that took longer than ${setting} allows: raise it for the user in DATABASE_URL (ALTER ROLE ... SET ${setting})`;

/** By SQLSTATE, or by its first two characters. */
const known: Readonly<Record<string, Words | undefined>> = {
  '08': ({ message }) =>
    `or a pooler before it refuses the connection in its own words, "${oneLine(message)}": set right there or in DATABASE_URL what it names`,
  '25006':
    'is read-only (a stand-by, or default_transaction_read_only): name the primary in DATABASE_URL, or wait until it can be written',
  '25P03': tooLong('a transaction', 'idle_in_transaction_session_timeout'),
  '25P04': tooLong('a transaction', 'transaction_timeout'),
  '28': refusedUser,
  '3D': (_, { database }) =>
    `has no database "${database}": create it (createdb "${database}"), or correct DATABASE_URL`,
  '3F': (_, { user }) => `knows no schema that the user "${user}" may use: add ?schema=adoption to DATABASE_URL`,
  '42501': ({ message }, { user, database }) =>
    `lets the user "${user}" do too little in the database "${database}" (${oneLine(message)}): start once with the user that owns the tables, or give it a schema of its own (CREATE SCHEMA adoption AUTHORIZATION "${user}")`,
  '53100': 'has no room left on its disk: make room there',
  '53300':
    'has no connection left for this user: lower connection_limit in DATABASE_URL, or raise what the role or the server allows',
  '53': ({ message }) => `is short of something, "${oneLine(message)}": make room there`,
  '55000': 'takes no connections to this database now: ask whoever runs it',
  '55P03': 'waited too long for what another session holds: let that one end first',
  '57014': tooLong('a statement', 'statement_timeout'),
  '57P03': 'is starting, stopping or recovering: wait until it is done',
  '57': 'ended the connection: its log says why',
  '58': ({ message }) => `has trouble with its system, "${oneLine(message)}": see to it there`,
};

function refusedUser({ message }: Said, { user }: Place): string {
  if (/no encryption|SSL off/.test(message))
    return `lets the user "${user}" in over an encrypted connection only: add sslmode=require to DATABASE_URL`;
  if (/pg_hba/.test(message))
    return `does not let the user "${user}" in from this machine: allow it there (pg_hba.conf, or the service’s list of networks)`;
  return `refused the user "${user}" or the password in DATABASE_URL: correct them, with characters such as # / ? @ % percent-encoded`;
}

const oneLine = (message: string): string => message.replace(/\s+/g, ' ').trim().slice(0, 200);
