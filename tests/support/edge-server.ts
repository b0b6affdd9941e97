import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { answerWith } from '@/server/answer';
import type { Application } from '@/server/application';
import { limitConnections } from '@/server/connection-limits';

type Next = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** The server as `npm start` runs it, around something else than Next. */
export async function edgeServer(next: Next, lent: Partial<Application> = {}) {
  const listener = answerWith(next, { ...lending, ...lent });
  const server = createServer(listener).on('checkContinue', listener);
  limitConnections(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { origin: `http://127.0.0.1:${address.port}`, port: address.port, close: () => void server.close() };
}

const lending: Application = {
  databaseAnswers: async () => true,
  mayBringFile: async () => 'not-signed-in',
  trustedProxies: 0,
  close: async () => {},
  logAnswer: null,
};
