import type { IncomingMessage } from 'node:http';
import { databaseAwayPage } from './database-away-page';
import { publicUrl } from './public-url';
import { asProblem, inWords, type Refusal } from './refusal';
import { isSameOrigin, isUnsafe } from './same-origin';

type Input = { readonly method: string; readonly pathname: string; readonly headers: Pick<Headers, 'get' | 'has'> };

// Pictures are made smaller for nobody, and the page of Next's that stands for a mistake says so itself: 500.
const nobodys = /^\/(_next\/image|_global-error)(?![\w-])/;

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** Why a request is not for Next to answer; null when it is. No form from another site gets past here. */
export async function judge(
  request: IncomingMessage,
  databaseAnswers: () => Promise<boolean>,
): Promise<Refusal | null> {
  const { method = '', url = '' } = request;
  // Next answers 500 to TRACE, with which it cannot even build a request, and an empty 400 to the others it does not know.
  if (!methods.includes(method)) return asProblem('method-not-allowed', { Allow: methods.join(', ') });
  // Next answers 500 to `OPTIONS *`, and sends a whole address from one to the same for ever.
  if (!url.startsWith('/')) return malformed(/^[^/]*\/\/[^/]*\/api\//.test(url));
  if (url.startsWith('/_next/static/') && !isUnsafe(method)) return null;
  if (nobodys.test(url)) return inWords('There is nothing here.', 404);
  const { pathname } = new URL(`http://localhost${url}`);
  // To what is a file Next answers 500.
  if (isUnsafe(method) && isFile(pathname)) return asProblem('method-not-allowed', { Allow: 'GET, HEAD' });
  const refused = isUnsafe(method) ? refusedForm({ method, pathname, headers: headersOf(request) }) : null;
  if (refused !== null) return refused;
  if (!isDecodable(pathname)) return malformed(isApi(pathname));
  // Forms tell it beside what was typed; the API has its own words.
  const isPage = !isUnsafe(method) && !isApi(pathname);
  return isPage && !(await databaseAnswers()) ? databaseAwayPage() : null;
}

function refusedForm(asked: Input): Refusal | null {
  if (!isForeign(asked)) return null;
  return isApi(asked.pathname) ? asProblem('cross-origin') : inWords(foreign, 403);
}

const foreign = 'This form was not sent from one of our own pages, so nothing was done. Open the page again.';

const isFile = (pathname: string): boolean => !isApi(pathname) && /\.[^/]*$/.test(pathname);

export const isApi = (pathname: string): boolean => pathname.startsWith('/api/');

/** Sign-in and sign-out carry next-auth's own token. */
function isForeign({ method, pathname, headers }: Input): boolean {
  if (pathname.startsWith('/api/auth/') && !headers.has('origin')) return false;
  return !judgesForItself.test(pathname) && !isSameOrigin({ method, headers }, publicUrl());
}

// The API's routes, because bearer tokens need no proof. Its page is a page, and to Next that is a place that takes
// forms; the addresses of sign-in are not for tokens.
const judgesForItself = /^\/api(?!\/(auth|v1\/docs)(\/|$))(\/|$)/;

const malformed = (forPrograms: boolean): Refusal =>
  forPrograms ? asProblem('malformed-address') : inWords('This address is not well formed.', 400);

/** Next answers 500 when it cannot decode a part of the path that varies. */
function isDecodable(pathname: string): boolean {
  try {
    decodeURIComponent(pathname);
    return true;
  } catch {
    return false;
  }
}

const headersOf = ({ headers }: IncomingMessage): Input['headers'] => ({
  get: (name) => headers[name]?.toString() ?? null,
  has: (name) => name in headers,
});
