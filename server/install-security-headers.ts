import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { publicUrl } from './public-url';
import { policyOfFiles, securityHeaders } from './security-headers';

/** Gives the answer its security headers, with a nonce of its own; whoever answers cannot forget them. */
export function installSecurityHeaders(request: IncomingMessage, response: ServerResponse): void {
  const headers = securityHeaders({
    nonce: randomBytes(16).toString('base64'),
    secure: publicUrl().protocol === 'https:',
    development: process.env.NODE_ENV === 'development',
  });
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (request.url?.startsWith('/_next/static/')) response.setHeader('Content-Security-Policy', policyOfFiles);
  // Next takes the nonce for its scripts from the request's policy.
  request.headers['content-security-policy'] = headers['Content-Security-Policy'];
}
