import type { IncomingMessage } from 'node:http';

/** By these Next knows its own caches and previews: who sends them has the keys of its build. */
const keyed = [
  'x-prerender-revalidate',
  'x-prerender-revalidate-if-generated',
  'x-next-revalidated-tags',
  'x-next-revalidate-tag-token',
];
const keyedCookie = /(^|;)\s*__(prerender_bypass|next_preview_data)=[^;]*/g;

/** Nobody needs either here, and the keys of a release are in everybody's hands: what brings them is not passed on. */
export function withoutNextKeys({ headers }: IncomingMessage): void {
  for (const name of keyed) delete headers[name];
  const { cookie } = headers;
  if (cookie !== undefined) headers.cookie = cookie.replace(keyedCookie, '').replace(/^;\s*/, '');
}
