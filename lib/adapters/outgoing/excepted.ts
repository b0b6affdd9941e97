import ipaddr from 'ipaddr.js';

/**
 * Whether NO_PROXY names this address: `*`, a host (its subdomains, too), `.suffix`, `host:port`, an address or a range like 10.0.0.0/8.
 * Separated by commas or blanks, letter case ignored.
 */
export function isExcepted(url: URL, except: string): boolean {
  const host = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  return except
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .some((entry) => names(entry, host, port));
}

function names(entry: string, host: string, port: string): boolean {
  if (entry === '*') return true;
  if (entry.includes('/')) return isInRange(entry, host);
  const [, bracketed, plain, at] = /^(?:\[([^\]]+)\]|([^:]*|.*:.*:.*))(?::(\d+))?$/.exec(entry) ?? [];
  if (at !== undefined && at !== port) return false;
  const named = bracketed ?? plain ?? entry;
  if (ipaddr.isValid(named) && ipaddr.isValid(host)) return sameAddress(named, host);
  const suffix = named.replace(/^\*?\./, '').replace(/\.$/, '');
  return suffix !== '' && (host === suffix || host.endsWith(`.${suffix}`));
}

const sameAddress = (one: string, other: string): boolean =>
  ipaddr.process(one).toNormalizedString() === ipaddr.process(other).toNormalizedString();

function isInRange(range: string, host: string): boolean {
  if (!ipaddr.isValidCIDR(range) || !ipaddr.isValid(host)) return false;
  const [from, bits] = ipaddr.parseCIDR(range);
  const address = ipaddr.process(host);
  return address.kind() === from.kind() && address.match(from, bits);
}
