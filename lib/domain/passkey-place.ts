/**
 * Whether browsers keep passkeys for an address: they do for names, over https or on the very machine, and never for IP addresses.
 *
 * @example keepsPasskeys(new URL('https://adoption.example.com')) // true
 * @example keepsPasskeys(new URL('http://localhost:3000')) // true
 * @example keepsPasskeys(new URL('http://127.0.0.1:3000')) // false
 * @example keepsPasskeys(new URL('https://[::1]')) // false
 * @example keepsPasskeys(new URL('http://adoption.example.com')) // false
 */
export function keepsPasskeys({ protocol, hostname }: URL): boolean {
  if (/^[\d.]+$|^\[/.test(hostname)) return false;
  return protocol === 'https:' || hostname === 'localhost' || hostname.endsWith('.localhost');
}
