import { LRUCache } from 'lru-cache';
import type { NextResponse } from 'next/server';
import { encode, getToken } from 'next-auth/jwt';
import type { Config } from '@/lib/config/config';

type Cookie = { readonly name: string; readonly secure: boolean };

/** `__Host-` binds the cookie to this very host and to https; browsers refuse the prefix on plain http. */
export function sessionCookie(publicUrl: URL): Cookie {
  const secure = publicUrl.protocol === 'https:';
  return { name: `${secure ? '__Host-' : ''}authjs.session-token`, secure };
}

/** The session's secret out of the request's cookie; null when there is none or it was not sealed by us. */
export async function sessionSecret(
  cookies: string | null,
  { publicUrl, authSecret }: { publicUrl: URL; authSecret: string },
): Promise<string | null> {
  const { name, secure } = sessionCookie(publicUrl);
  const sealed = cookies === null ? undefined : sealedIn(cookies, name);
  if (sealed === undefined) return null;
  const secret = opened.get(sealed) ?? (await open(sealed, { name, secure, authSecret }));
  if (secret !== null) opened.set(sealed, secret);
  return secret;
}

/** Gives the browser a session, in the very cookie that next-auth gives it after a password. */
export async function keepSession(
  answer: NextResponse,
  secret: string,
  { publicUrl, authSecret, sessions }: Pick<Config, 'publicUrl' | 'authSecret' | 'sessions'>,
): Promise<void> {
  const { name, secure } = sessionCookie(publicUrl);
  const maxAge = sessions.maxHours * 3600;
  const sealed = await encode({ token: { secret }, secret: authSecret, salt: name, maxAge });
  answer.cookies.set(name, sealed, { httpOnly: true, sameSite: 'lax', path: '/', secure, maxAge });
}

// Opening a cookie takes a millisecond and always gives the same; whether the session lives is asked of the database each time.
const opened = new LRUCache<string, string>({ max: 1000 });

async function open(sealed: string, { name, secure, authSecret }: Cookie & { authSecret: string }) {
  // Only this cookie goes in: next-auth would take a bearer token for a session, too.
  const req = { headers: new Headers({ cookie: `${name}=${sealed}` }) };
  const token = await getToken({ req, secret: authSecret, cookieName: name, salt: name, secureCookie: secure });
  return typeof token?.secret === 'string' ? token.secret : null;
}

const sealedIn = (cookies: string, name: string): string | undefined =>
  cookies
    .split(';')
    .map((cookie) => cookie.trim())
    .find((cookie) => cookie.startsWith(`${name}=`))
    ?.slice(name.length + 1);
