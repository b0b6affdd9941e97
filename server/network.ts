import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

const peerHeader = Symbol.for('enpass-adoption.peer-header');
// Pages, routes and the start are separate bundles of one process.
const shared = globalThis as typeof globalThis & { [peerHeader]?: string };

/**
 * Next hands a client's own X-Forwarded-For on and hides the socket. From here on each request carries the socket's
 * address in a header whose name is new with each process, so that no client can write it.
 */
export function markPeers(): void {
  if (shared[peerHeader] !== undefined) return;
  const name = `x-peer-${crypto.randomUUID()}`;
  shared[peerHeader] = name;
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage };
    request.headers[name] = request.socket.remoteAddress ?? '';
  });
}

/** The address a request came from, as far as it can be believed. */
export function networkOf(headers: Pick<Headers, 'get'>, trustedProxies: number): string | null {
  const name = shared[peerHeader];
  const peer = name === undefined ? null : headers.get(name);
  return clientAddress({ peer, forwarded: headers.get('x-forwarded-for'), trustedProxies });
}

/** Each trusted proxy appended the address it was called from: the client's stands as many places from the end as there are proxies. */
export function clientAddress({
  peer,
  forwarded,
  trustedProxies,
}: {
  peer: string | null;
  forwarded: string | null;
  trustedProxies: number;
}): string | null {
  if (trustedProxies === 0) return addressIn(peer);
  const hops = (forwarded ?? '').split(',').map((hop) => hop.trim());
  return addressIn(hops.at(-trustedProxies)) ?? addressIn(peer);
}

function addressIn(text: string | null | undefined): string | null {
  if (!text) return null;
  const bare = text.replace(/^\[(.*)\](:\d+)?$/, '$1').replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1');
  const plain = bare.replace(/^::ffff:(?=\d+\.)/i, '');
  return isIP(plain) === 0 ? null : plain;
}
