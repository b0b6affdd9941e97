import { parse } from 'pg-connection-string';
import { fail, ok, type Result } from '@/lib/domain/result';
import { type Encryption, encryptionFaults, encryptionOf } from './encryption';
import { isWord, type Word, type Words, wordFaults } from './url-words';

/** What a `postgresql://` URL asks for. Undefined is left to the driver, which knows PGHOST and its like. Holds a password: never log it. */
export type PostgresAddress = {
  readonly host: string | undefined;
  readonly port: number | undefined;
  readonly user: string | undefined;
  readonly password: string | undefined;
  readonly database: string | undefined;
  /** Null: the first of the role's own search path. */
  readonly schema: string | null;
  readonly encryption: Encryption;
  readonly words: Words;
};

/** Each reads on from "DATABASE_URL"; none repeats what may be a secret. */
export type BadAddress = { readonly kind: 'bad-address'; readonly faults: readonly string[] };

/** Reads a URL as libpq does, with the words of libpq, Prisma and node-postgres; what would not be obeyed is refused. */
export function readAddress(url: string): Result<PostgresAddress, BadAddress> {
  const [place = '', query = ''] = url.split(/\?(.*)/s);
  // A password with one of these in it would be read as something else, and then be told to the world as that.
  if (url.includes('#') || query.includes('@')) return bad([unencoded]);
  // To libpq a plus is a plus.
  const given = [...new URLSearchParams(query.replaceAll('+', '%2B'))];
  const words = Object.fromEntries(given.filter((pair): pair is [Word, string] => isWord(pair[0]))) as Words;
  const authority = readPlace(place);
  if (authority === null) return bad([unencoded]);
  const host = words.host || authority.host || undefined;
  const faults = [...wordFaults(given), ...encryptionFaults(words), ...hostFaults(host)];
  if (faults.length > 0) return bad(faults);
  return ok({
    host,
    port: numberOr(words.port || authority.port),
    user: words.user || authority.user || undefined,
    password: words.password || authority.password || undefined,
    database: words.dbname || authority.database || undefined,
    schema: words.schema ?? null,
    encryption: encryptionOf(words),
    words,
  });
}

const bad = (faults: readonly string[]) => fail({ kind: 'bad-address', faults });

const unencoded =
  'is not a well-formed URL (in a user name or password, characters such as # / ? @ % must be percent-encoded)';

function readPlace(place: string): ReturnType<typeof parse> | null {
  try {
    return parse(place);
  } catch {
    return null;
  }
}

const hostFaults = (host = ''): string[] =>
  host.includes(',') ? ['names several hosts, of which only one can be asked: name one'] : [];

const numberOr = (text: string | null | undefined): number | undefined => (text ? Number(text) : undefined);
