import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { admitBody } from './admit-body';
import type { Application } from './application';
import { databaseAwayPage } from './database-away-page';
import { databaseLiveness } from './database-liveness';
import { arrive, withinEdge } from './edge';
import { installSecurityHeaders } from './install-security-headers';
import { isApi, judge } from './judge';
import { logWhenAnswered } from './log-when-answered';
import type { EdgeProblem } from './problems';
import { readOn } from './reading-on';
import { asProblem, inWords, type Refusal, send, wordsOf } from './refusal';
import { isUnsafe } from './same-origin';
import { say } from './say';
import { watchForUnreadable } from './unreadable-request';
import { withoutNextKeys } from './without-next-keys';

type Next = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** The way of each request: security headers first, then a verdict, then its body, then Next. */
export function answerWith(next: Next, application: Application): RequestListener {
  const { trustedProxies, logAnswer } = application;
  const judged = judging(application);
  return (request, response) => {
    const arrived = arrive(request, { response, trustedProxies });
    response.setHeader('X-Request-Id', arrived.id);
    installSecurityHeaders(request, response);
    if (logAnswer !== null) logWhenAnswered(request, { arrived, trustedProxies, log: logAnswer });
    const pass = async () => {
      const verdict = await judged(request, response);
      if ('status' in verdict) {
        send(response, verdict);
        return readOn(request);
      }
      watchForUnreadable(arrived);
      vouchForHost(verdict);
      withoutNextKeys(verdict);
      await next(verdict, response);
    };
    void withinEdge(arrived, () => pass().catch((error: unknown) => breakOff(response, error)));
  };
}

/** Whom Next may answer, and what it may read; or what is said without it. */
function judging({ databaseAnswers, mayBringFile }: Application) {
  const answers = databaseLiveness(databaseAnswers);
  return async (request: IncomingMessage, response: ServerResponse): Promise<Refusal | IncomingMessage> => {
    const refusal = await judge(request, answers);
    if (refusal !== null) return refusal;
    const { pathname } = new URL(`http://localhost${request.url}`);
    const admitted = await admitBody(request, { pathname, mayBringFile, goOn: () => response.writeContinue() });
    return admitted.ok ? admitted.request : refused(admitted.kind, pathname);
  };
}

function refused(kind: EdgeProblem, pathname: string): Refusal {
  if (isApi(pathname)) return asProblem(kind);
  return kind === 'database-away' ? databaseAwayPage() : inWords(...wordsOf(kind));
}

/** Next compares Origin with the host it believes to be its own; it was checked above against PUBLIC_URL. */
function vouchForHost({ method = '', headers }: IncomingMessage): void {
  const { origin } = headers;
  if (isUnsafe(method) && origin !== undefined && URL.canParse(origin)) {
    headers['x-forwarded-host'] = new URL(origin).host;
  }
}

/** A mistake of ours: Next answers its own. */
function breakOff(response: ServerResponse, error: unknown): void {
  say('error', 'request-broke', { text: error instanceof Error ? error.stack : 'unknown fault' });
  if (response.headersSent) response.destroy();
  else send(response, inWords('Something broke on our side.', 500));
}
