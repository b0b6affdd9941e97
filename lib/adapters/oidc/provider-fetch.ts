import http, { type IncomingMessage } from 'node:http';
import https, { type RequestOptions } from 'node:https';
import type { CustomFetch, CustomFetchOptions } from 'openid-client';
import type { Result } from '@/lib/domain/result';
import { UnansweredError } from './fault';

/** What a request is given so that it goes to nobody who may not be asked. */
type Way = Pick<RequestOptions, 'agent' | 'lookup' | 'createConnection'>;

/** Which addresses may be asked: by their text, and by what their names turn out to be when connecting. */
export type AddressGuard = {
  check(address: string): Result<URL, { readonly kind: string }>;
  wayOut(url: URL, signal: AbortSignal): Promise<Way>;
};

export type ProviderFetchOptions = {
  readonly guard: AddressGuard;
  /** For one request, its answer included. */
  readonly deadlineMs: number;
  readonly userAgent: string;
};

/** An honest provider's longest answer, its keys, has a few KiB. */
const maxBytes = 256 * 1024;

/** Each request to the provider: guarded, in time, of a bounded size, and never sent on by a redirect. */
export const providerFetch =
  ({ guard, deadlineMs, userAgent }: ProviderFetchOptions): CustomFetch =>
  async (address, options) => {
    const url = new URL(address);
    const checked = guard.check(`${url.origin}${url.pathname}`);
    if (!checked.ok) throw new UnansweredError(`its address may not be asked (${checked.failure.kind})`, false);
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), deadlineMs);
    try {
      const way = await guard.wayOut(checked.value, stop.signal);
      const sent = { url, options, userAgent, way, signal: stop.signal };
      return await wholeAnswer(await answerTo(sent));
    } catch (error) {
      if (stop.signal.aborted) throw new UnansweredError(`no whole answer within ${deadlineMs / 1000} s`, true);
      throw error instanceof UnansweredError ? error : new UnansweredError(reasonOf(error), isAway(error));
    } finally {
      clearTimeout(timer);
      stop.abort();
    }
  };

type Sent = {
  readonly url: URL;
  readonly options: CustomFetchOptions;
  readonly userAgent: string;
  readonly way: Way;
  readonly signal: AbortSignal;
};

function answerTo({ url, options, userAgent, way, signal }: Sent): Promise<IncomingMessage> {
  const { request } = url.protocol === 'https:' ? https : http;
  const body = options.body instanceof URLSearchParams ? options.body.toString() : undefined;
  const headers = {
    ...options.headers,
    'User-Agent': userAgent,
    'Accept-Encoding': 'identity',
    ...(body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) }),
  };
  return new Promise((resolve, reject) => {
    const { method } = options;
    // Each request has its own connection, dialled where the guard looked; node:http follows no redirect.
    request(url, { method, headers, ...way, signal, rejectUnauthorized: true })
      .on('response', resolve)
      .on('upgrade', (_, socket) => {
        socket.destroy();
        reject(new UnansweredError('it answered 101', false));
      })
      .on('error', reject)
      .end(body);
  });
}

async function wholeAnswer(answer: IncomingMessage): Promise<Response> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw new UnansweredError(`its answer has more than ${maxBytes / 1024} KiB`, false);
    chunks.push(chunk);
  }
  const status = answer.statusCode ?? 0;
  const isBodiless = [204, 205, 304].includes(status);
  if (status < 200) throw new UnansweredError(`it answered ${status}`, false);
  const headers = Object.entries(answer.headersDistinct).flatMap(([name, values = []]) =>
    values.map((value): [string, string] => [name, value]),
  );
  return new Response(isBodiless ? null : Buffer.concat(chunks), { status, headers });
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'the connection broke';
  // So does the guard's own lookup say it.
  if ('reason' in error && error.reason === error.message) return `its address may not be asked (${error.message})`;
  return 'code' in error && typeof error.code === 'string' ? (words[error.code] ?? error.code) : 'the connection broke';
}

const words: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'it refuses connections (ECONNREFUSED)',
  ENOTFOUND: 'its name is not known (ENOTFOUND)',
  ECONNRESET: 'the connection broke (ECONNRESET)',
};

/** A certificate or an address that is refused will not mend itself. */
const isAway = (error: unknown): boolean =>
  !/certificate|private-address|not-https|self-signed|CERT/i.test(String(error));
