import type { Place } from './place';

/** `isLasting`: it will not pass by itself, somebody has to set something right. */
export type ConnectionTrouble = { readonly words: string; readonly isLasting: boolean };

/** What kept a connection from coming about or broke it: cause, place and cure as one clause. */
export function connectionTrouble(error: Error, place: Place): ConnectionTrouble {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const server = `the PostgreSQL server ${place.at}`;
  const certificate = certificateTrouble(code, place);
  if (certificate !== null) return { words: `${server} ${certificate}`, isLasting: true };
  const lasting = messages.find(([said]) => said.test(error.message));
  if (lasting !== undefined) return { words: `${server} ${lasting[1]}`, isLasting: true };
  return { words: passing(code, error.message, place), isLasting: false };
}

function passing(code: string, message: string, { at, host }: Place): string {
  const server = `the PostgreSQL server ${at}`;
  if (/^(ENOTFOUND|EAI_)/.test(code))
    return `the host ${host} in DATABASE_URL is not known (${code}): correct it, or see to this machine’s name service`;
  if (code === 'ECONNREFUSED')
    return `${server} refuses connections: start it, or correct host and port in DATABASE_URL, where nothing listens`;
  if (code === 'ENOENT')
    return `${server} is not there (ENOENT): start it, or correct host and port in DATABASE_URL, which name the socket`;
  if (code === 'EACCES') return `${server} may not be opened by this user (EACCES): let it read and write the socket`;
  if (/^timeout exceeded when trying to connect/.test(message))
    return `all connections that this process may hold to ${at} were busy for too long: raise connection_limit or pool_timeout in DATABASE_URL`;
  if (/^(ETIMEDOUT|E(HOST|NET)(UNREACH|DOWN))/.test(code) || /timeout/i.test(message))
    return `${server} did not answer in time: check that it runs, host and port in DATABASE_URL, and what may block the way (firewall, private network)`;
  return `${server} ended the connection${code === '' ? '' : ` (${code})`}: its log says why, unless what listens there is no PostgreSQL`;
}

const unchecked = 'sslmode=no-verify encrypts without checking whom it talks to';

/** Null when it is not the certificate. Codes are OpenSSL's, by Node's names. */
function certificateTrouble(code: string, { host }: Place): string | null {
  switch (code) {
    case 'CERT_HAS_EXPIRED':
      return `shows a certificate that has expired: renew it on the server (${unchecked})`;
    case 'CERT_NOT_YET_VALID':
      return `shows a certificate that is not valid yet: set this machine’s clock right, or renew it on the server (${unchecked})`;
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
    case 'HOSTNAME_MISMATCH':
      return `shows a certificate that is for another name than ${host}: name the server in DATABASE_URL as its certificate does, or say sslmode=verify-ca with sslrootcert (${unchecked})`;
    case 'CERT_REVOKED':
      return `shows a certificate that was revoked: renew it on the server`;
  }
  return /^(DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|CERT_|INVALID_(CA|PURPOSE)|CRL_)/.test(code)
    ? `shows a certificate that is not trusted here (${code}): name its authority’s file by sslrootcert in DATABASE_URL or by NODE_EXTRA_CA_CERTS (${unchecked})`
    : null;
}

/** What the driver says in words alone. */
const messages: readonly [RegExp, string][] = [
  [
    /does not support SSL connections/,
    'offers no encryption: switch it on there, or say sslmode=disable in DATABASE_URL where the way to it is safe',
  ],
  [
    /error establishing an SSL connection|unexpected message|invalid response|unknown message code/i,
    'does not speak as PostgreSQL does: correct host and port in DATABASE_URL',
  ],
  [
    /^channel binding is required/,
    'does not bind the check of the password to its certificate, as channel_binding=require in DATABASE_URL asks: name the server itself with sslmode=verify-full, or say channel_binding=prefer where something between may end the encryption',
  ],
  [
    /client password must be/,
    'asks for a password: add one to DATABASE_URL, with characters such as # / ? @ % percent-encoded',
  ],
  [/^SASL: /, 'and this application agree on no way to check the password: let the server use scram-sha-256'],
  [
    /wrong version number|no protocols available|handshake failure|bad certificate|certificate required|no application protocol|key values mismatch|PEM/i,
    'and this application agree on no encryption: check sslmode, sslcert and sslkey in DATABASE_URL, and the server’s TLS settings',
  ],
];
