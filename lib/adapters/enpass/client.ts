import type { LookupFunction } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { RefreshFailure } from '@/lib/domain/failure';
import { ok, type Result } from '@/lib/domain/result';
import { checkBaseUrl, guardedLookup } from './address';
import { attempt, type Exchange, stopped, type WayOut } from './attempt';
import { nothingYet } from './came-back';
import type { Enpass, EnpassTarget, ReadOptions, ReadOutcome } from './enpass';
import { failureOf } from './failure';
import { maxAttempts, nextWaitMs } from './retry';

export type EnpassOptions = {
  readonly attemptTimeoutMs: number;
  /** For a whole read, waiting between attempts included. */
  readonly runDeadlineMs: number;
  readonly retryBaseMs: number;
  /** `host:port` pairs that may be private or loopback. */
  readonly privateTargets: ReadonlySet<string>;
  readonly userAgent: string;
  readonly sleep?: (ms: number, signal?: AbortSignal) => Promise<void>;
  readonly random?: () => number;
  readonly now: () => Date;
  readonly resolve?: Parameters<typeof guardedLookup>[2];
  /** How requests leave this server, where not straight; `lookup` refuses what may not be reached. */
  readonly wayOut?: (lookup: (url: URL) => LookupFunction) => WayOut;
};

export const createEnpass = (options: EnpassOptions): Enpass => ({
  checkAddress: (raw) => checkBaseUrl(raw, options.privateTargets),
  read: async (target, readOptions = {}) => {
    const ready = requestFor(options, target);
    return ready.ok ? readWith(options, ready.value, readOptions) : { attempts: 0, ...ready };
  },
});

type Request = Pick<Exchange, 'url' | 'headers' | 'wayOut'>;

/** The only place that holds the token; from here it goes into the socket and nowhere else. */
function requestFor(options: EnpassOptions, { baseUrl, token }: EnpassTarget): Result<Request, RefreshFailure> {
  const base = checkBaseUrl(baseUrl, options.privateTargets);
  if (!base.ok) return failureOf('address-refused', { detail: base.failure.kind });
  if (!/^[\x21-\x7e]+$/.test(token)) return failureOf('token-refused', { detail: 'unusable characters' });
  return ok({
    url: endpointOf(base.value),
    wayOut: wayOutOf(options),
    headers: {
      Authorization: `Bearer ${token}`,
      Accept: 'application/json',
      'Accept-Encoding': 'gzip, deflate, br',
      'User-Agent': options.userAgent,
    },
  });
}

function wayOutOf({ privateTargets, resolve, wayOut }: EnpassOptions): WayOut {
  const lookup = (url: URL) => guardedLookup(url, privateTargets, resolve);
  return wayOut?.(lookup) ?? (async (url) => ({ lookup: lookup(url), agent: false }));
}

/** Slash at the end included (Enpass help, "Adoption Summary API"); a base URL may have a path, with or without one. */
function endpointOf(base: URL): URL {
  const url = new URL(base);
  url.pathname = `${base.pathname.replace(/\/+$/, '')}/api/v1/adoption/overview/`;
  return url;
}

async function readWith(options: EnpassOptions, request: Request, read: ReadOptions): Promise<ReadOutcome> {
  const { signal, onProgress } = read;
  const { sleep = wait, random = Math.random, now } = options;
  const of = Math.min(Math.max(read.maxAttempts ?? maxAttempts, 1), maxAttempts);
  const deadline = performance.now() + options.runDeadlineMs;
  let because: RefreshFailure | null = null;
  for (let number = 1; ; number++) {
    if (signal?.aborted) return { attempts: number - 1, ...stopped() };
    onProgress?.({ attempt: number, of, waitingUntil: null, because });
    const timeoutMs = Math.max(1, Math.min(options.attemptTimeoutMs, deadline - performance.now()));
    const outcome = await attemptTold({ ...request, timeoutMs, signal, now }, number, read.onAttempt);
    if (outcome.ok) return { attempts: number, ...outcome };
    because = outcome.failure;
    const remainingMs = deadline - performance.now();
    const timing = { attempt: number, of, remainingMs, baseMs: options.retryBaseMs, random: random() };
    const waitMs = nextWaitMs({ failure: because, ...timing });
    if (waitMs === null) return { attempts: because.kind === 'address-refused' ? number - 1 : number, ...outcome };
    onProgress?.({ attempt: number, of, waitingUntil: new Date(now().getTime() + waitMs), because });
    await sleep(waitMs, signal);
  }
}

/** One attempt, and what is told of it; where the address was refused none was made. */
async function attemptTold(
  exchange: Omit<Exchange, 'cameBack'>,
  number: number,
  tell: ReadOptions['onAttempt'],
): ReturnType<typeof attempt> {
  const [startedAt, cameBack] = [exchange.now(), nothingYet()];
  const outcome = await attempt({ ...exchange, cameBack });
  const failure = outcome.ok ? null : outcome.failure;
  if (failure?.kind === 'address-refused') return outcome;
  const told = failure && { kind: failure.kind, detail: failure.detail, status: failure.status };
  tell?.({ number, startedAt, finishedAt: exchange.now(), ...cameBack, failure: told });
  return outcome;
}

/** Ends early, without a fault, when the signal fires. */
const wait = async (ms: number, signal?: AbortSignal): Promise<void> => {
  await delay(ms, undefined, signal === undefined ? {} : { signal }).catch(() => undefined);
};
