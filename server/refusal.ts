import type { ServerResponse } from 'node:http';
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
  const body = JSON.stringify({ kind, title, status, detail });
  return { status, headers: { ...headers, 'Content-Type': 'application/problem+json' }, body };
}

/** For people. */
export const inWords = (words: string, status: number): Refusal => ({
  status,
  headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  body: `${words}\n`,
});

export function send(response: ServerResponse, { status, headers, body }: Refusal): void {
  response.writeHead(status, { ...headers, 'Cache-Control': 'no-store' }).end(body);
}
