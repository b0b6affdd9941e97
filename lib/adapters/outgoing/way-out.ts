import type { LookupAddress } from 'node:dns';
import type { RequestOptions } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { isExcepted } from './excepted';
import { tunnelTo } from './tunnel';

export type WayOutOptions = {
  /** What outgoing requests go through, and for whom not (the text of NO_PROXY); null: straight. */
  readonly proxy: { readonly url: string; readonly except: string } | null;
  /** A lookup that refuses what may not be reached from here. */
  readonly lookup: (url: URL) => LookupFunction;
};

/** What `http.request` or `https.request` is to be given so that it takes this way; for one request. */
export type Way = Pick<RequestOptions, 'agent' | 'lookup' | 'createConnection'>;

/**
 * The way of a request that leaves this server: straight, each address checked as it is dialled, or through the proxy. A literal address
 * and a name that resolves here are judged in either case; a name that does not is the proxy's to know. Rejects with what the lookup says,
 * a `ProxyError`, or what is wrong with the certificate at the other end.
 */
export const createWayOut =
  ({ proxy, lookup }: WayOutOptions) =>
  async (url: URL, signal?: AbortSignal): Promise<Way> => {
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const judged = lookup(url);
    const straight: Way = { lookup: judged, agent: false };
    const isThrough = proxy !== null && url.protocol === 'https:' && !isExcepted(url, proxy.except);
    // Node looks no literal up: nobody else would judge it.
    if (isIP(host) !== 0 || isThrough) await judge({ lookup: judged, host, signal });
    if (!isThrough) return straight;
    const connection = await tunnelTo({ proxy: new URL(proxy.url), host, port: Number(url.port || 443), signal });
    return { createConnection: () => connection };
  };

/** A server of names that says nothing for so long knows nothing. */
const longestLookupMs = 5_000;

type Judging = { readonly lookup: LookupFunction; readonly host: string; readonly signal: AbortSignal | undefined };

async function judge({ lookup, host, signal }: Judging): Promise<void> {
  const answered = new AbortController();
  // Whoever gave up meanwhile waits for nobody: the tunnel sees it at once.
  const over = AbortSignal.any([answered.signal, ...(signal ? [signal] : [])]);
  const silence = delay(longestLookupMs, undefined, { signal: over }).catch(() => undefined);
  const judged = new Promise<void>((resolve, reject) =>
    lookup(host, { all: true }, (error: Error | null, _addresses: string | LookupAddress[]) =>
      error === null || isUnknownName(error) ? resolve() : reject(error),
    ),
  );
  await Promise.race([judged, silence]).finally(() => answered.abort());
}

/** As the system says it; a refusal has no code. */
const isUnknownName = (error: Error): boolean =>
  'code' in error && typeof error.code === 'string' && /^(E|ENO|EAI_)[A-Z]+$/.test(error.code);
