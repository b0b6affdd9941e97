import type { FailureKind, RefreshFailure } from '@/lib/domain/failure';
import { AddressRefusedError } from './address';
import { retryAfterMsOf } from './retry';

/** A failure with what is known about it; `detail` is ours or an error code, never a word of the answer. */
export const failureOf = (
  kind: FailureKind,
  known: Partial<Omit<RefreshFailure, 'kind'>> = {},
): { ok: false; failure: RefreshFailure } => ({
  ok: false,
  failure: { kind, detail: null, status: null, retryAfterMs: null, ...known },
});

/**
 * What an HTTP status means before the body is read; null lets the body speak. Enpass documents 401 (a token that is wrong, expired,
 * revoked, or lacks the scope), 404, 429 and 500 ("Error Handling & Troubleshooting"); the others are read by RFC 9110.
 */
export function kindOfStatus(status: number): FailureKind | null {
  if (status >= 200 && status < 300) return null;
  if (status >= 300 && status < 400) return 'redirected';
  if (status === 401 || status === 403) return 'token-refused';
  if (status === 408) return 'timed-out';
  if (status === 429) return 'rate-limited';
  if (status >= 400 && status < 500) return 'wrong-address';
  if (status >= 500 && status < 600) return 'server-trouble';
  return 'unreachable';
}

/** The failure a status stands for, with the wait the server asked for where trying again makes sense. */
export function failureOfStatus(status: number, retryAfter: string | undefined, now: Date) {
  const kind = kindOfStatus(status);
  if (kind === null) return null;
  const patient = kind === 'rate-limited' || kind === 'server-trouble';
  return failureOf(kind, { status, retryAfterMs: patient ? retryAfterMsOf(retryAfter, now) : null });
}

/** What the network layer threw: the address guard said no, or the connection broke in one of its many ways. */
export function failureOfError(error: unknown) {
  if (error instanceof AddressRefusedError) return failureOf('address-refused', { detail: error.reason });
  return failureOf('unreachable', { detail: codeOf(error) });
}

/** Only a code such as ECONNRESET: an error's message may quote what the peer sent. */
function codeOf(error: unknown): string | null {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]{1,60}$/.test(code) ? code : null;
}
