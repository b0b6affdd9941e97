import type { ServerResponse } from 'node:http';
import { requestId } from '@/lib/process';
import { type EdgeProblem, edgeProblem } from './problems';

/** An answer that Next has no part in. */
export type Refusal = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** For programs. */
export function asProblem(kind: EdgeProblem, headers: Refusal['headers'] = {}): Refusal {
  const { title, status, detail } = edgeProblem(kind);
  const body = JSON.stringify({ kind, title, status, detail, requestId: requestId() });
  return { status, headers: { ...headers, 'Content-Type': 'application/problem+json' }, body };
}

/** For people. */
export const inWords = (words: string, status: number): Refusal => ({
  status,
  headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  body: [words, requestId() && `Request: ${requestId()}`, ''].filter((line) => line !== undefined).join('\n'),
});

/** A refusal as people read it. */
export function wordsOf(kind: EdgeProblem): [words: string, status: number] {
  const { title, detail, status } = edgeProblem(kind);
  return [`${title}. ${detail}`, status];
}

export function send(response: ServerResponse, { status, headers, body }: Refusal): void {
  response.writeHead(status, { ...headers, 'Cache-Control': 'no-store' }).end(body);
}
