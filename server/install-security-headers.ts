import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { answeredLately } from './database-liveness';
import { publicUrl } from './public-url';
import { securityHeaders } from './security-headers';

/** What proxy.ts's `matcher` leaves alone; whoever sends it is not believed. */
export const vouched = 'x-vouched';

const armoured = Symbol.for('enpass-adoption.armoured');
const shared = globalThis as typeof globalThis & { [armoured]?: true };

/**
 * From here on each answer carries security headers with a nonce of its own. A read that needs no judging is vouched for,
 * because passing proxy.ts costs every page time.
 */
export function armourAnswers(): void {
  if (shared[armoured]) return;
  shared[armoured] = true;
  const secure = publicUrl().protocol === 'https:';
  const development = process.env.NODE_ENV === 'development';
  subscribe('http.server.request.start', (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64');
    const headers = securityHeaders({ nonce, secure, development });
    response.setHeaders(new Map(Object.entries(headers)));
    // Next takes the nonce from the request's policy; where a visitor wanted to go is not theirs to say.
    request.headers['content-security-policy'] = headers['Content-Security-Policy'];
    request.headers['x-asked-path'] = request.url?.replace(flightMark, '') ?? '/';
    if (isPlainRead(request)) request.headers[vouched] = '1';
    else delete request.headers[vouched];
  });
}

/** What the browser's side of Next adds to the addresses it asks for. */
const flightMark = /[?&]_rsc=[^&]*$/;

/** A page or file whose address is whole, while the database is there: nothing that proxy.ts would say anything about. */
const isPlainRead = ({ method, url = '' }: IncomingMessage): boolean =>
  (method === 'GET' || method === 'HEAD') && !url.includes('%') && (url.startsWith('/api/') || answeredLately());
