import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { requests } from '@/lib/process';

/** What the server knows of a request while it is being answered, by Next or without it. */
export type Edge = {
  /** The same in each line that is logged about it, in its answer's `X-Request-Id`, and in what people are told of a fault. */
  readonly id: string;
  /** The address that was asked for, with its query. */
  readonly path: string;
  /** The address of the socket; nothing that is sent can change it. */
  readonly peer: string | null;
  readonly forwardedFor: string | null;
  readonly userAgent: string | null;
  readonly response: ServerResponse;
  /** Whether a whole page is wanted, whose status a reader sees. */
  readonly isDocument: boolean;
  /** Whether the browser's side of Next wants a part of a page. */
  readonly isPart: boolean;
  /** Whether Next has to read something of its own out of it first: an action, or where the browser believes to be. */
  readonly isForNextToRead: boolean;
  /** Whether anything of ours has begun to answer. */
  isAtDoor: boolean;
};

/** Runs what answers the request, so that whatever it calls can ask `edge()`. */
export const withinEdge = <T>(arrived: Edge, run: () => T): T => requests<Edge>().run(arrived, run);

/** The request that is being answered; undefined where there is none, such as in jobs. */
export const edge = (): Edge | undefined => requests<Edge>().getStore();

/** To be called by every door: what breaks from here on is a mistake of ours, not of who sent the request. */
export function reachDoor(): void {
  const asked = edge();
  if (asked) asked.isAtDoor = true;
}

type Arriving = { readonly response: ServerResponse; readonly trustedProxies: number };

export const arrive = (request: IncomingMessage, { response, trustedProxies }: Arriving): Edge => ({
  id: idOf(request, trustedProxies),
  path: (request.url ?? '/').replace(flightMark, ''),
  peer: request.socket.remoteAddress ?? null,
  forwardedFor: request.headers['x-forwarded-for']?.toString() ?? null,
  userAgent: request.headers['user-agent']?.slice(0, 300) ?? null,
  response,
  // The browser's side of Next takes no other status than 200 for the parts of pages it asks for.
  isDocument: !('rsc' in request.headers) && !('next-action' in request.headers),
  isPart: 'rsc' in request.headers && !('next-action' in request.headers),
  isForNextToRead: 'next-router-state-tree' in request.headers || bringsAction(request),
  isAtDoor: false,
});

/** What the browser's side of Next adds to the addresses it asks for. */
const flightMark = /[?&]_rsc=[^&]*$/;

/** A proxy that is believed may have named the request already. */
function idOf({ headers }: IncomingMessage, trustedProxies: number): string {
  const given = trustedProxies > 0 ? headers['x-request-id'] : undefined;
  return typeof given === 'string' && /^[\w.:=+@-]{8,128}$/.test(given) ? given : randomUUID();
}

const bringsAction = ({ method, url = '/', headers }: IncomingMessage): boolean =>
  method === 'POST' &&
  !url.startsWith('/api/') &&
  ('next-action' in headers || /^multipart\//i.test(headers['content-type'] ?? ''));
