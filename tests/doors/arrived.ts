import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { arrive, type Edge } from '@/server/edge';

/** A request as it might have arrived. */
export function arrived(given: Partial<Edge>): Edge {
  const request = new IncomingMessage(new Socket());
  return { ...arrive(request, { response: new ServerResponse(request), trustedProxies: 0 }), ...given };
}
