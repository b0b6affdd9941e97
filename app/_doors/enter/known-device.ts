import 'server-only';
import { createHash } from 'node:crypto';
import { cookies } from 'next/headers';
import { knownDeviceMs } from '@/lib/domain/session';

/** More accounts than this are hardly used in one browser, and a request's head has an end. */
const mostCookies = 20;

/** Lets the browser keep, for this account, that somebody signed in with it. */
export async function rememberDevice(
  { userId, mark }: { userId: string; mark: string },
  publicUrl: URL,
): Promise<void> {
  const jar = await cookies();
  const prefix = prefixOf(publicUrl);
  const name = prefix + createHash('sha256').update(userId).digest('hex').slice(0, 16);
  const options = { path: '/', httpOnly: true, sameSite: 'lax', secure: publicUrl.protocol === 'https:' } as const;
  const others = jar.getAll().filter((cookie) => cookie.name.startsWith(prefix) && cookie.name !== name);
  const byAge = others.toSorted((a, b) => Number.parseInt(b.value, 10) - Number.parseInt(a.value, 10));
  // Not `delete`: a browser takes a name with the prefix from nobody who leaves `Secure` out.
  for (const cookie of byAge.slice(mostCookies - 1)) jar.set(cookie.name, '', { ...options, maxAge: 0 });
  jar.set(name, mark, { ...options, maxAge: knownDeviceMs / 1000 });
}

/** What the browser kept, for whichever accounts. */
export const deviceMarks = (jar: { getAll(): { name: string; value: string }[] }, publicUrl: URL): string[] =>
  jar
    .getAll()
    .filter(({ name, value }) => name.startsWith(prefixOf(publicUrl)) && value.length <= 200)
    .slice(0, mostCookies)
    .map(({ value }) => value);

const prefixOf = (publicUrl: URL): string => `${publicUrl.protocol === 'https:' ? '__Host-' : ''}device-`;
