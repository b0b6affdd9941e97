import type { RequestListener, Server, ServerResponse } from 'node:http';

/** Connections that the system took for us before it heard that we end come in within this time; balancers look away. */
const graceMs = 500;
const lookEveryMs = 25;

export type Drain = {
  /** Answers as `listener` does, and knows what is under way. */
  readonly watched: (listener: RequestListener) => RequestListener;
  /** Settles when nothing is under way any more and nobody can come, or after `longestMs`. */
  begin(longestMs: number): Promise<void>;
};

/** Lets a server end without cutting what it is answering: each answer from now on tells its connection to close, and idle ones are closed. */
export function drainOf(server: Server): Drain {
  const underWay = new Set<ServerResponse>();
  let ending = false;
  return {
    watched: (listener) => (request, response) => {
      underWay.add(response);
      response.once('close', () => underWay.delete(response));
      if (ending) response.shouldKeepAlive = false;
      return listener(request, response);
    },
    begin: async (longestMs) => {
      const until = performance.now() + longestMs;
      ending = true;
      for (const response of underWay) if (!response.headersSent) response.shouldKeepAlive = false;
      await pause(graceMs);
      await manyTurns();
      server.close();
      do {
        while (underWay.size > 0 && performance.now() < until) await pause(lookEveryMs);
        await manyTurns();
      } while (underWay.size > 0 && performance.now() < until);
      server.closeIdleConnections();
    },
  };
}

/**
 * Lets Node read what has come: where it was busy for longer than a timer, the timer comes first, and connections whose request lies
 * unread count as idle. One turn takes a connection, the next reads from it.
 */
async function manyTurns(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
