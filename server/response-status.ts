import { edge } from './edge';

/**
 * Gives the document being made this status, unless its head was sent. A page of Next has a status other than 200 only by
 * throwing, and what it shows then is drawn by a script (vercel/next.js#62228).
 */
export function setStatus(status: number): void {
  const asked = edge();
  if (asked?.isDocument && !asked.response.headersSent) asked.response.statusCode = status;
}

const comeBackAfterSeconds = 5;

/**
 * Makes the answer a 503, whatever Next makes of it later: it knows only 500 for what fails. Its script takes any status with the
 * answer of a form, but not with the parts of a page.
 */
export function setUnavailable(): void {
  const asked = edge();
  if (asked === undefined || asked.response.headersSent || asked.isPart) return;
  asked.response.setHeader('Retry-After', String(comeBackAfterSeconds));
  Object.defineProperty(asked.response, 'statusCode', { get: () => 503, set: () => {}, configurable: true });
}
