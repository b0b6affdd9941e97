/** Everything the log may say, with what it means to whoever runs the application. Alert rules of operators name the keys. */
export const logEvents = {
  serving: 'The port answers.',
  answered: 'A request was answered; written only where ACCESS_LOG is on or LOG_LEVEL is debug.',
  'set-up-open': 'Nobody can sign in yet; `words` holds the link that makes the first admin, once.',
  stopping: 'A signal asked the process to end: no new work begins.',
  'zone-rules': 'Whose time zone rules say when days begin: the newest of Node, application and system.',
  'migrations-applied': 'The database was brought up to this version.',
  'database-unavailable':
    'The database could not be read or written, and whoever asked was told to try again; `cause` says why, once in ten seconds.',
  'fewer-connections':
    'PostgreSQL gave this process fewer connections than connection_limit asks for; it makes do with `held` and tries for more each minute.',
  'refresh-succeeded': 'Enpass answered and its numbers were kept.',
  'refresh-failed': 'Enpass gave no numbers; `kind` says why, and the next try of the day comes by itself.',
  'refresh-waits-for-database': 'Enpass answered, and its answer waits until the database is back.',
  'forecasts-not-stored': 'A snapshot was kept, the forecasts of its day were not: their record misses a day.',
  'progress-not-written': 'The progress of a refresh could not be shown; the refresh goes on.',
  'chain-heads-not-written':
    'DATA_DIR/chain-heads.json, which remembers how long the history is, could not be written; nothing else failed.',
  'chain-heads-garbled':
    'DATA_DIR/chain-heads.json could not be read and was begun anew; `keptAt` is where the old one lies, and `verify` tells of it until it is gone.',
  audited: 'An entry of the audit log, with `audit: true`; written whatever LOG_LEVEL says.',
  'chain-heads': 'Where every chain ends, once a day: length, hash and key of each. `verify --against` takes the same.',
  'chains-sealed':
    'From here on the history is sealed with a key of its own. This comes once in the life of a database; a second time means that another was put in its place.',
  'chain-key-replaced':
    'The key that sealed the history cannot be opened with the encryption keys that are set; it goes on under a new one, and what was sealed before can no longer be judged.',
  'data-folder-open':
    'Other users of the machine may look or write into the folder of the database; `mode` is to be 700.',
  'scheduler-failed': 'A beat of the scheduler failed; the next one comes within a minute.',
  'connection-token-unreadable': 'The saved token was sealed with a key that is not known here.',
  'proxies-not-trusted':
    'PUBLIC_URL is https, so something stands in front, and TRUSTED_PROXIES is 0: everybody counts as one network.',
  'sign-in-halted': 'Too many tries to sign in from one network.',
  'sign-in-error': 'Sign-in broke; `kind` names the fault.',
  'provider-let-nobody-in':
    'Single sign-on let nobody in; `kind` says what for, and `cause` why, which no page says to whoever wanted in.',
  'groups-not-told':
    'The identity provider sent where to ask for groups instead of the groups (Entra ID, beyond 200): they count as none.',
  'sign-in-warning': 'The sign-in library warns; `code` names what of.',
  said: 'Next, Node or a package said something; `text` is what.',
  'request-broke': 'A mistake of ours before Next saw the request; `text` is its trace.',
  'route-broke': 'A mistake of ours in a route of the API; `kind` names the error.',
} as const;

export type LogEvent = keyof typeof logEvents;
