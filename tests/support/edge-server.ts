import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { answerWith } from '@/server/answer';
import type { Application } from '@/server/application';

type Next = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** The server as `npm start` runs it, around something else than Next. */
export async function edgeServer(next: Next, { databaseAnswers, logAnswer = null }: Partial<Application> = {}) {
  const close = async () => {};
  const application = { databaseAnswers: databaseAnswers ?? (async () => true), logAnswer, close };
  const server = createServer(answerWith(next, application));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { origin: `http://127.0.0.1:${address.port}`, port: address.port, close: () => void server.close() };
}
