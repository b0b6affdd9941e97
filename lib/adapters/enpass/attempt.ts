import http, { type IncomingMessage } from 'node:http';
import https, { type RequestOptions } from 'node:https';
import type { RefreshFailure } from '@/lib/domain/failure';
import { ok, type Result } from '@/lib/domain/result';
import { readText } from './body';
import type { CameBack } from './came-back';
import type { EnpassAnswer } from './enpass';
import { failureOf, failureOfError, failureOfStatus } from './failure';
import { httpDateOf } from './http-date';
import { parseAnswer } from './schema';

/** What the request is given so that it goes straight or through a proxy, to nobody who may not be asked. */
export type WayOut = (
  url: URL,
  signal: AbortSignal,
) => Promise<Pick<RequestOptions, 'agent' | 'lookup' | 'createConnection'>>;

export type Exchange = {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** How a request leaves this server. */
  readonly wayOut: WayOut;
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
  readonly now: () => Date;
  readonly cameBack: CameBack;
};

/** Asks once; connecting, sending and reading the whole answer share one deadline. Never rejects. */
export async function attempt(exchange: Exchange): Promise<Result<EnpassAnswer, RefreshFailure>> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), exchange.timeoutMs);
  const stopWithCaller = () => stop.abort();
  exchange.signal?.addEventListener('abort', stopWithCaller);
  try {
    const response = await responseOf(exchange, stop.signal);
    return answerOf(await textOf(exchange, response), httpDateOf(response.headers.date));
  } catch (error) {
    if (exchange.signal?.aborted) return stopped();
    if (stop.signal.aborted) return failureOf('timed-out', { detail: inSeconds(exchange.timeoutMs) });
    return failureOfError(error);
  } finally {
    clearTimeout(timer);
    exchange.signal?.removeEventListener('abort', stopWithCaller);
    stop.abort();
  }
}

/** The application is going down: nobody's fault, and nothing was recorded. */
export const stopped = () => failureOf('not-running', { detail: 'stopped' });

async function textOf(exchange: Exchange, response: IncomingMessage): Promise<Result<string, RefreshFailure>> {
  exchange.cameBack.status = response.statusCode ?? null;
  const refusal = failureOfStatus(response.statusCode ?? 0, response.headers['retry-after'], exchange.now());
  return refusal ?? readText(response, exchange.cameBack);
}

async function responseOf({ url, headers, wayOut }: Exchange, signal: AbortSignal): Promise<IncomingMessage> {
  const way = await wayOut(url, signal);
  return new Promise((resolve, reject) => {
    const { request } = url.protocol === 'https:' ? https : http;
    // The endpoint is a POST, but it changes nothing on Enpass's side, so repeating it is safe. Every attempt has a
    // connection of its own; node:http follows no redirect.
    const sent = request(url, { method: 'POST', headers, ...way, signal, rejectUnauthorized: true });
    let interim = 0;
    const refuseFlood = () => {
      interim += 1;
      if (interim > maxInterim) sent.destroy(new OddHttpError('ODD_INTERIM'));
    };
    sent.on('continue', refuseFlood).on('information', refuseFlood);
    sent.on('upgrade', (_, socket) => {
      socket.destroy();
      reject(new OddHttpError('ODD_UPGRADE'));
    });
    sent.on('response', resolve).on('error', reject).end();
  });
}

/** 1xx answers before the real one; nobody honest sends more than one or two. */
const maxInterim = 10;

/** Well-formed, but nothing a server has reason to say to us. */
class OddHttpError extends Error {
  constructor(readonly code: 'ODD_INTERIM' | 'ODD_UPGRADE') {
    super(code);
  }
}

function answerOf(read: Result<string, RefreshFailure>, date: Date | null): Result<EnpassAnswer, RefreshFailure> {
  if (!read.ok) return read;
  const text = read.value;
  const json = jsonOf(text.replace(/^\uFEFF/, ''));
  if (!json.ok) return json;
  const counts = parseAnswer(json.value);
  return counts.ok ? ok({ text, counts: counts.value, date }) : failureOf(counts.failure.kind, counts.failure);
}

function jsonOf(text: string): Result<unknown, RefreshFailure> {
  if (text.trim() === '') return failureOf('unreadable-answer', { detail: 'an empty answer' });
  try {
    return ok(JSON.parse(text));
  } catch {
    // The parser's message quotes the answer, so it goes no further.
    return failureOf('unreadable-answer', { detail: 'not JSON' });
  }
}

const inSeconds = (ms: number): string => `${Math.max(0.1, Math.round(ms / 100) / 10)} s`;
