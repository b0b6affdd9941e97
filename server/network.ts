import { isIP } from 'node:net';
import { edge } from './edge';

/** The address the request being answered came from, as far as it can be believed. */
export function networkOf(trustedProxies: number): string | null {
  const { peer = null, forwardedFor: forwarded = null } = edge() ?? {};
  return clientAddress({ peer, forwarded, trustedProxies });
}

/** Where the request being answered came from, for who is recognised by it: address, and what its program calls itself. */
export const whenceOf = (trustedProxies: number) => ({
  network: networkOf(trustedProxies),
  userAgent: edge()?.userAgent ?? null,
});

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
