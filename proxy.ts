import { type NextRequest, NextResponse } from 'next/server';
import { answerProblem } from './app/_doors/answer/answer';
import { problems } from './app/_doors/answer/problems';
import { pageWhileAway } from './server/database-away-page';
import { isTooLarge } from './server/form-size';
import { publicUrl } from './server/public-url';
import { isSameOrigin, isUnsafe } from './server/same-origin';

// What app/_doors/armour.ts vouched for need not be judged. The header's name is there, too: Next reads this before it runs.
export const config = {
  matcher: [{ source: '/((?!_next/static/).*)', missing: [{ type: 'header', key: 'x-vouched' }] }],
};

/** Judges what app/_doors/armour.ts did not vouch for: no form from another site gets past here. */
export const proxy = async (request: NextRequest): Promise<Response> =>
  (await refused(request)) ?? NextResponse.next({ request: { headers: inward(request) } });

async function refused(request: NextRequest): Promise<Response | null> {
  if (isForeign(request)) {
    const words = 'This form was not sent from one of our own pages, so nothing was done. Open the page again.';
    return refusal(request, 'cross-origin', words);
  }
  if (!isApi(request) && isTooLarge(request)) {
    return inWords('This form is larger than 8 MB, so nothing was done. Go back and split the file.', 413);
  }
  if (isMalformed(request)) return refusal(request, 'malformed-address', 'This address is not well formed.');
  return isPage(request) ? pageWhileAway() : null;
}

const isApi = ({ nextUrl }: NextRequest): boolean => nextUrl.pathname.startsWith('/api/');

/** Forms tell it beside what was typed; the API has its own words. */
const isPage = (request: NextRequest): boolean => !isUnsafe(request.method) && !isApi(request);

/** Sign-in and sign-out carry next-auth's own token. */
function isForeign(request: NextRequest): boolean {
  if (!isUnsafe(request.method)) return false;
  const { pathname } = request.nextUrl;
  if (pathname.startsWith('/api/auth/') && !request.headers.has('origin')) return false;
  return !judgesForItself.test(pathname) && !isSameOrigin(request, publicUrl());
}

// The API's routes, because bearer tokens need no proof. Its page is a page, and to Next that is a place that takes
// forms; the addresses of sign-in are not for tokens.
const judgesForItself = /^\/api(?!\/(auth|v1\/docs)(\/|$))(\/|$)/;

/** Next answers 500 when it cannot decode a part of the path that varies. */
function isMalformed({ nextUrl }: NextRequest): boolean {
  try {
    decodeURIComponent(nextUrl.pathname);
    return false;
  } catch {
    return true;
  }
}

/** Programs are told it as every other problem, people in words. */
const refusal = (request: NextRequest, kind: 'cross-origin' | 'malformed-address', words: string): Response =>
  isApi(request) ? answerProblem({ kind }) : inWords(words, problems[kind].status);

const inWords = (words: string, status: number): Response =>
  new NextResponse(`${words}\n`, {
    status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  });

/** Next compares Origin with the host it believes to be its own; it was checked above against PUBLIC_URL. */
function inward(request: NextRequest): Headers {
  const inner = new Headers(request.headers);
  const origin = request.headers.get('origin');
  if (isUnsafe(request.method) && origin !== null && URL.canParse(origin)) {
    inner.set('x-forwarded-host', new URL(origin).host);
  }
  return inner;
}
