import { createHash, timingSafeEqual } from 'node:crypto';
import type { Config } from '@/lib/config/config';
import { sessionCookie } from './session-cookie';

/** Whether a form brings next-auth's own token (`/api/auth/csrf`) and the cookie that goes with it: for whoever sends no `Origin`. */
export function bringsCsrf(
  { token, cookies }: { token: unknown; cookies: string | null },
  { publicUrl, authSecret }: Pick<Config, 'publicUrl' | 'authSecret'>,
): boolean {
  if (typeof token !== 'string' || token === '') return false;
  const name = `${sessionCookie(publicUrl).secure ? '__Host-' : ''}authjs.csrf-token=`;
  const kept = cookies
    ?.split(';')
    .map((cookie) => cookie.trim())
    .find((cookie) => cookie.startsWith(name));
  const expected = `${token}|${createHash('sha256').update(`${token}${authSecret}`).digest('hex')}`;
  return kept !== undefined && isSame(decoded(kept.slice(name.length)), expected);
}

const decoded = (text: string): string => text.replaceAll('%7C', '|').replaceAll('%7c', '|');

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
