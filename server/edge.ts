import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { perProcess } from '@/lib/process';

/** What the server knows of a request while it is being answered, by Next or without it. */
export type Edge = {
  /** The same in each line that is logged about it. */
  readonly id: string;
  /** The address that was asked for, with its query. */
  readonly path: string;
  /** The address of the socket; nothing that is sent can change it. */
  readonly peer: string | null;
  readonly forwardedFor: string | null;
  readonly response: ServerResponse;
  /** Whether a whole page is wanted, whose status a reader sees. */
  readonly isDocument: boolean;
  /** Whether the browser's side of Next wants a part of a page. */
  readonly isPart: boolean;
};

/** Runs what answers the request, so that whatever it calls can ask `edge()`. */
export const withinEdge = <T>(arrived: Edge, run: () => T): T => requests().run(arrived, run);

/** The request that is being answered; undefined where there is none, such as in jobs. */
export const edge = (): Edge | undefined => requests().getStore();

const requests = () => perProcess('requests', () => new AsyncLocalStorage<Edge>());

export const arrive = ({ headers, socket, url = '/' }: IncomingMessage, response: ServerResponse): Edge => ({
  id: randomUUID(),
  path: url.replace(flightMark, ''),
  peer: socket.remoteAddress ?? null,
  forwardedFor: headers['x-forwarded-for']?.toString() ?? null,
  response,
  // The browser's side of Next takes no other status than 200 for the parts of pages it asks for.
  isDocument: !('rsc' in headers) && !('next-action' in headers),
  isPart: 'rsc' in headers && !('next-action' in headers),
});

/** What the browser's side of Next adds to the addresses it asks for. */
const flightMark = /[?&]_rsc=[^&]*$/;
