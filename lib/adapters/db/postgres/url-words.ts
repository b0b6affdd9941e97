/** What may stand behind the `?` of a URL, by word. Each is obeyed. */
export type Words = Readonly<Partial<Record<Word, string>>>;

export type Word = keyof typeof forms;

export const isWord = (name: string): name is Word => Object.hasOwn(forms, name);

/** What is wrong with the words of a URL, as ends of a sentence that begins with "DATABASE_URL". */
export function wordFaults(given: readonly (readonly [name: string, value: string])[]): string[] {
  const names = given.map(([name]) => name);
  const twice = names.filter((name, index) => isWord(name) && names.indexOf(name) < index);
  return [
    ...names.filter((name) => !isWord(name)).map(unknown),
    ...twice.map((name) => `says ${name} twice`),
    ...given.flatMap(([name, value]) => (isWord(name) && !forms[name].fits(value) ? [told(name)] : [])),
  ];
}

/** A word that is long or odd may be a part of a password. */
const unknown = (name: string): string =>
  /^[a-z][a-z_]{0,40}$/i.test(name)
    ? `has the word ${name}, which is not known here (README, PostgreSQL, lists those that are)`
    : 'has a word that is not known here (README, PostgreSQL, lists those that are)';

const told = (name: Word): string => `has ${name}, which is not ${forms[name].words}`;

type Form = { readonly words: string; readonly fits: (value: string) => boolean };

const text: Form = { words: 'a text', fits: (value) => value !== '' && !value.includes('\0') };
const name: Form = {
  words: 'a name of at most 63 bytes',
  fits: (value) => text.fits(value) && Buffer.byteLength(value) <= 63,
};
const oneOf = (...values: readonly string[]): Form => ({
  words: values.length === 1 ? `${values[0]}` : `one of ${values.join(', ')}`,
  fits: (value) => values.includes(value),
});
const whole = (min: number, max: number): Form => ({
  words: `a whole number from ${min} to ${max}`,
  fits: (value) => /^\d{1,9}$/.test(value) && Number(value) >= min && Number(value) <= max,
});
const seconds = whole(0, 3600);

const forms = {
  // libpq's
  host: text,
  port: whole(1, 65_535),
  user: text,
  password: text,
  dbname: text,
  application_name: text,
  connect_timeout: seconds,
  options: text,
  client_encoding: oneOf('utf8', 'utf-8', 'UTF8', 'UTF-8', 'auto'),
  sslmode: oneOf('disable', 'require', 'verify-ca', 'verify-full', 'no-verify'),
  sslrootcert: text,
  sslcert: text,
  sslkey: text,
  sslpassword: text,
  sslnegotiation: oneOf('postgres', 'direct'),
  channel_binding: oneOf('disable', 'prefer', 'require'),
  // There is no Kerberos here, so these two ask for what is so.
  gssencmode: oneOf('disable', 'prefer'),
  // The start asks whether the server can be written.
  target_session_attrs: oneOf('any', 'read-write', 'primary'),
  keepalives: oneOf('0', '1'),
  keepalives_idle: seconds,
  // Prisma's
  schema: name,
  connection_limit: whole(1, 1000),
  pool_timeout: seconds,
  socket_timeout: seconds,
  sslaccept: oneOf('strict', 'accept_invalid_certs'),
  // Nothing is prepared under a name, with a pooler or without.
  pgbouncer: oneOf('true', 'false'),
  statement_cache_size: whole(0, 100_000),
  // node-postgres's
  ssl: oneOf('true', '1', 'false', '0', 'no-verify'),
  uselibpqcompat: oneOf('true', 'false'),
} as const satisfies Record<string, Form>;
