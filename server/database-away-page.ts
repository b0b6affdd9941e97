import { requestId } from '@/lib/process';
import { edgeProblem } from './problems';
import type { Refusal } from './refusal';

/**
 * The page shown while the database is away. A page that fails while it is made can only be a 500: Next knows no other
 * status for it. So the database is asked first.
 */
export function databaseAwayPage(): Refusal {
  const { status, title, detail } = edgeProblem('database-away');
  const body = `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><meta http-equiv="refresh" content="5"><title>${title} · Adoption</title></head>
<body><main><h1>${title}</h1><p>${detail} This page asks again by itself.</p><p><small>Request: ${requestId() ?? ''}</small></p></main></body></html>
`;
  return { status, headers: { 'Content-Type': 'text/html; charset=utf-8', 'Retry-After': '5' }, body };
}
