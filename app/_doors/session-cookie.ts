import { getToken } from 'next-auth/jwt';

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
  if (cookies === null) return null;
  const { name, secure } = sessionCookie(publicUrl);
  // Only the cookies go in: next-auth would take a bearer token for a session, too.
  const req = { headers: new Headers({ cookie: cookies }) };
  const token = await getToken({ req, secret: authSecret, cookieName: name, salt: name, secureCookie: secure });
  return typeof token?.secret === 'string' ? token.secret : null;
}
