import 'server-only';
import { problems } from '@/app/_doors/answer/problems';
import { world } from '@/lib/runtime';
import { isDatabaseAway } from '@/lib/services/database-away';
import { answered, answeredLately } from './database-liveness';

/**
 * The page shown while the database is away, null while it answers. A page that fails while it is made can only be a 500:
 * Next knows no other status for it. So this is asked first, once a second at most.
 */
export async function pageWhileAway(): Promise<Response | null> {
  if (answeredLately()) return null;
  try {
    await (await world()).store.ping();
    answered();
    return null;
  } catch (error) {
    if (isDatabaseAway(error)) return awayPage();
    throw error;
  }
}

function awayPage(): Response {
  const { status, title, detail } = problems['database-away'];
  const html = `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><meta http-equiv="refresh" content="5"><title>${title} · Adoption</title></head>
<body><main><h1>${title}</h1><p>${detail} This page asks again by itself.</p></main></body></html>
`;
  return new Response(html, {
    status,
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store', 'Retry-After': '5' },
  });
}
