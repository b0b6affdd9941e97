import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';

const responses = Symbol.for('enpass-adoption.responses');
// Pages and the start are separate bundles of one process.
const shared = globalThis as typeof globalThis & { [responses]?: AsyncLocalStorage<ServerResponse | null> };

/**
 * A page of Next has a status other than 200 only by throwing, and what it shows then is drawn by a script
 * (vercel/next.js#62228). From here on each document that is asked for knows its response.
 */
export function followResponses(): void {
  if (shared[responses] !== undefined) return;
  const following = new AsyncLocalStorage<ServerResponse | null>();
  shared[responses] = following;
  subscribe('http.server.request.start', (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    following.enterWith(isDocument(request) ? response : null);
  });
}

/** Gives the document being made this status, unless its head was sent. */
export function setStatus(status: number): void {
  const response = shared[responses]?.getStore();
  if (response && !response.headersSent) response.statusCode = status;
}

/** The browser's side of Next takes no other status than 200 for the parts of pages it asks for. */
const isDocument = ({ headers }: IncomingMessage): boolean => !('rsc' in headers) && !('next-action' in headers);
