import { edge } from './edge';

/**
 * Gives the document being made this status, unless its head was sent. A page of Next has a status other than 200 only by
 * throwing, and what it shows then is drawn by a script (vercel/next.js#62228).
 */
export function setStatus(status: number): void {
  const asked = edge();
  if (asked?.isDocument && !asked.response.headersSent) asked.response.statusCode = status;
}
