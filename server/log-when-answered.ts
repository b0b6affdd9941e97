import type { IncomingMessage } from 'node:http';
import type { AnswerLine } from './application';
import type { Edge } from './edge';
import { clientAddress } from './network';
import { withoutSecrets } from './without-secrets';

type Options = {
  readonly arrived: Edge;
  readonly trustedProxies: number;
  readonly log: (line: AnswerLine) => void;
};

/** Tells the access log how a request was answered, once it was. */
export function logWhenAnswered({ method = '' }: IncomingMessage, { arrived, trustedProxies, log }: Options): void {
  const { path, peer, forwardedFor: forwarded, response } = arrived;
  const begun = performance.now();
  response.once('close', () => {
    const tookMs = Math.round(performance.now() - begun);
    const from = clientAddress({ peer, forwarded, trustedProxies });
    const line = { method, path: withoutSecrets(path), from, status: response.statusCode, tookMs };
    log(response.writableFinished ? line : { ...line, aborted: true });
  });
}
