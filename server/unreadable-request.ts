import type { ServerResponse } from 'node:http';
import type { Edge } from './edge';
import { inWords, wordsOf } from './refusal';

const outputs = ['flushHeaders', 'writeHead', 'write', 'end'] as const;

/**
 * Next answers 500 to an action whose arguments or form it cannot read, and to a header of its own that it cannot, as if that
 * were a mistake of ours. It is not, as long as nothing of ours has begun to answer: then this says 400 in its place.
 */
export function watchForUnreadable(arrived: Edge): void {
  const { isForNextToRead, response } = arrived;
  if (!isForNextToRead) return;
  const own = { writeHead: response.writeHead, end: response.end };
  let isTheirs: boolean | null = null;
  for (const name of outputs) {
    const before = Reflect.get(response, name);
    // Left in place: Next puts its compression around them, and calls them to the end.
    const put = (...given: unknown[]) => {
      if (isTheirs === null) {
        const status = name === 'writeHead' ? given[0] : response.statusCode;
        isTheirs = typeof status === 'number' && status >= 500 && !arrived.isAtDoor;
        if (isTheirs) sayInItsPlace(response, own);
      }
      if (!isTheirs) return Reflect.apply(before, response, given);
      return name === 'write' ? true : response;
    };
    Object.assign(response, { [name]: put });
  }
}

type Own = Pick<ServerResponse, 'writeHead' | 'end'>;

/** Past whatever Next put around the response: what that still has to say goes nowhere. */
function sayInItsPlace(response: ServerResponse, own: Own): void {
  const theirs = response.getHeaderNames().filter((name) => /^(content-(?!security)|x-nextjs|etag|vary)/.test(name));
  for (const name of theirs) response.removeHeader(name);
  const { status, headers, body } = inWords(...wordsOf('unreadable'));
  Reflect.apply(own.writeHead, response, [status, { ...headers, 'Cache-Control': 'no-store' }]);
  Reflect.apply(own.end, response, [body]);
}
