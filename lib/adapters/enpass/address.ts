import dns, { type LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { fail, ok, type Result } from '@/lib/domain/result';
import { addressRangeOf } from './address-range';

export type BaseUrlFault = {
  readonly kind: 'not-a-url' | 'not-https' | 'with-credentials' | 'with-query' | 'private-address';
  /** Cause, then cure; fit to stand beside a form field. Repeats nothing of what was entered. */
  readonly message: string;
};

/** Thrown inside the connection, before a byte is sent; `reason` is one of our words. */
export class AddressRefusedError extends Error {
  constructor(readonly reason: BaseUrlFault['kind']) {
    super(reason);
  }
}

/**
 * Whether a base URL may be asked, as far as its text tells: names are looked up, and their addresses checked, only when connecting.
 * `privateTargets` holds `host:port` pairs that may be private, written as a URL writes them (lower case, IPv6 in brackets).
 */
export function checkBaseUrl(raw: string, privateTargets: ReadonlySet<string>): Result<URL, BaseUrlFault> {
  if (!URL.canParse(raw)) return fail(faults['not-a-url']);
  const url = new URL(raw);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return fail(faults['not-a-url']);
  if (url.username !== '' || url.password !== '') return fail(faults['with-credentials']);
  if (url.search !== '' || url.hash !== '' || /[?#]/.test(raw)) return fail(faults['with-query']);
  const listed = privateTargets.has(hostAndPort(url));
  if (url.protocol === 'http:' && !listed) return fail(faults['not-https']);
  const literal = literalOf(url);
  if (literal !== null ? !mayReach(url, literal, listed) : !listed && isLocalName(url)) {
    return fail(faults['private-address']);
  }
  return ok(url);
}

type Resolve = (hostname: string, done: (error: Error | null, addresses: LookupAddress[]) => void) => void;

const systemResolve: Resolve = (hostname, done) =>
  dns.lookup(hostname, { all: true }, (error, addresses) => done(error, addresses ?? []));

/** A `lookup` for sockets that refuses a name as soon as one of its addresses is out of bounds: what was checked is what is dialled. */
export function guardedLookup(
  url: URL,
  privateTargets: ReadonlySet<string>,
  resolve: Resolve = systemResolve,
): LookupFunction {
  const listed = privateTargets.has(hostAndPort(url));
  return (hostname, options, callback) =>
    resolve(hostname, (error, addresses) => {
      const [first] = addresses;
      if (error !== null || first === undefined) return callback(error ?? new NoAddressError(), '');
      if (!addresses.every(({ address }) => mayReach(url, address, listed))) {
        return callback(new AddressRefusedError('private-address'), '');
      }
      if (options.all === true) return callback(null, addresses);
      return callback(null, first.address, first.family);
    });
}

class NoAddressError extends Error {
  readonly code = 'ENOTFOUND';
}

const faults = {
  'not-a-url': {
    kind: 'not-a-url',
    message: 'This is not a web address. Copy the base URL from the Enpass Admin Console under Settings, API Access.',
  },
  'not-https': {
    kind: 'not-https',
    message: 'Starts with http://. The token would travel unencrypted; use https://.',
  },
  'with-credentials': {
    kind: 'with-credentials',
    message: 'Contains a user name or password. Remove everything between // and @; the token has its own field.',
  },
  'with-query': {
    kind: 'with-query',
    message: 'Contains a question mark or a number sign. Enter only the base URL, without what follows them.',
  },
  'private-address': {
    kind: 'private-address',
    message:
      'Leads to a private or local address. Use the public address of Enpass, or list host and port in ALLOW_PRIVATE_TARGETS.',
  },
} as const satisfies Record<string, BaseUrlFault>;

const hostAndPort = (url: URL): string =>
  `${url.hostname}:${url.port === '' ? (url.protocol === 'https:' ? '443' : '80') : url.port}`;

const literalOf = (url: URL): string | null => {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return isIP(host) === 0 ? null : host;
};

const isLocalName = (url: URL): boolean => /(^|\.)localhost\.?$/.test(url.hostname);

/** Unencrypted never to a public address, private only where listed, link-local and metadata only where listed as that very address. */
function mayReach(url: URL, address: string, listed: boolean): boolean {
  switch (addressRangeOf(address)) {
    case 'public':
      return url.protocol === 'https:';
    case 'private':
      return listed;
    case 'special':
      return listed && literalOf(url) !== null;
  }
}
