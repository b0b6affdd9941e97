import ipaddr from 'ipaddr.js';

/** `special` is what no name should ever lead to: link-local, cloud metadata, multicast, reserved, not an address. */
export type AddressRange = 'public' | 'private' | 'special';

/** How far away an IP address is, as text of either family. */
export function addressRangeOf(raw: string): AddressRange {
  if (!ipaddr.isValid(raw)) return 'special';
  const address = unwrapped(ipaddr.process(raw));
  if (metadata.includes(address.toNormalizedString())) return 'special';
  const range: string = address.range();
  if (privateRanges.includes(range)) return 'private';
  return range === 'unicast' && isGlobal(address) ? 'public' : 'special';
}

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** Where clouds answer instance metadata although the address looks public or merely private. */
const metadata: readonly string[] = ['168.63.129.16', '100.100.100.200', 'fd00:ec2:0:0:0:0:0:254'];

const privateRanges: readonly string[] = ['private', 'loopback', 'uniqueLocal', 'carrierGradeNat'];

const nat64: readonly number[] = [0x00, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0];

/** NAT64 (RFC 6052) carries an IPv4 address in the last four bytes: that one is reached, so that one is judged. */
function unwrapped(address: Address): Address {
  const bytes = address.toByteArray();
  const isNat64 = bytes.length === 16 && nat64.every((byte, at) => bytes[at] === byte);
  return isNat64 ? ipaddr.fromByteArray(bytes.slice(12)) : address;
}

/** Of IPv6 only 2000::/3 is handed out; `::7f00:1` and the like are nobody's. */
const isGlobal = (address: Address): boolean =>
  address.kind() === 'ipv4' || ((address.toByteArray()[0] ?? 0) & 0xe0) === 0x20;
