import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Application } from './application';
import { databaseLiveness } from './database-liveness';
import { arrive, type Edge, withinEdge } from './edge';
import { installSecurityHeaders } from './install-security-headers';
import { judge } from './judge';
import { inWords, send } from './refusal';
import { isUnsafe } from './same-origin';

type Next = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** The way of each request: security headers first, then a verdict, then Next. */
export function answerWith(next: Next, { databaseAnswers, logAnswer }: Application): RequestListener {
  const answers = databaseLiveness(databaseAnswers);
  const pass = async (request: IncomingMessage, response: ServerResponse) => {
    const refusal = await judge(request, answers);
    if (refusal !== null) return send(response, refusal);
    vouchForHost(request);
    return next(request, response);
  };
  return (request, response) => {
    installSecurityHeaders(request, response);
    const arrived = arrive(request, response);
    if (logAnswer !== null) whenAnswered(request, arrived, logAnswer);
    withinEdge(arrived, () => pass(request, response)).catch((error: unknown) => breakOff(response, error));
  };
}

/** Next compares Origin with the host it believes to be its own; it was checked above against PUBLIC_URL. */
function vouchForHost({ method = '', headers }: IncomingMessage): void {
  const { origin } = headers;
  if (isUnsafe(method) && origin !== undefined && URL.canParse(origin)) {
    headers['x-forwarded-host'] = new URL(origin).host;
  }
}

type LogAnswer = NonNullable<Application['logAnswer']>;

function whenAnswered({ method = '' }: IncomingMessage, { id, path, response }: Edge, log: LogAnswer): void {
  const begun = performance.now();
  response.once('close', () => {
    const tookMs = Math.round(performance.now() - begun);
    log({ id, method, path: withoutSecrets(path), status: response.statusCode, tookMs });
  });
}

/** Links that are good once stand in paths, and what people search for in queries. */
const withoutSecrets = (path: string): string => path.replace(/\?.*/s, '').replaceAll(/[^/]{20,}/g, '…');

/** A mistake of ours: Next answers its own. */
function breakOff(response: ServerResponse, error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.stack : 'unknown fault'}\n`);
  if (response.headersSent) response.destroy();
  else send(response, inWords('Something broke on our side.', 500));
}
