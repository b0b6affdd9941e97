import { AuthorizationResponseError, ResponseBodyError } from 'openid-client';
import type { Claims } from '@/lib/domain/provider-claims';
import { clockFault } from './clocks';
import type { ProviderFault } from './oidc';

/** What the provider was asked for. */
export type Step = 'discovery' | 'token' | 'userinfo';

/** The provider answered, and what it said of itself cannot be worked with. */
export class MisfitError extends Error {}

/** No answer to be had, or none that may be read; `isAway` where the provider is to blame and not what is set here. */
export class UnansweredError extends Error {
  constructor(
    message: string,
    readonly isAway: boolean,
  ) {
    super(message);
  }
}

/** What a library's error means. Its causes hold whole answers with tokens in them: only what is named here leaves this file. */
export function faultOf(error: unknown, step: Step): ProviderFault {
  const [kind, words] = judged(causesOf(error));
  return { kind, cause: `${asked[step]}: ${words}` };
}

const asked = {
  discovery: 'asked for its configuration',
  token: 'asked for the ID token',
  userinfo: 'asked who it is (userinfo)',
} as const satisfies Record<Step, string>;

type Judged = readonly [ProviderFault['kind'], string];

function judged(causes: readonly unknown[]): Judged {
  for (const cause of causes) {
    if (cause instanceof UnansweredError) return [cause.isAway ? 'provider-away' : misfit, cause.message];
    if (cause instanceof MisfitError) return [misfit, cause.message];
    if (cause instanceof AuthorizationResponseError) return ['provider-refused', `it said ${code(cause.error)}`];
    if (cause instanceof ResponseBodyError) {
      // Whoever comes back with a code that nobody gave them gets this, too.
      const kind = cause.error === 'invalid_grant' ? 'attempt-over' : misfit;
      return [kind, `it said ${code(cause.error)} (${cause.status})`];
    }
    // The parser’s message quotes the answer.
    if (cause instanceof SyntaxError) return [misfit, 'what it answered is not whole JSON'];
    if (cause instanceof Response) return statusWords(cause);
    const claim = claimWords(cause);
    if (claim !== null) return ['answer-refused', claim];
  }
  return libraryWords(causes);
}

const misfit = 'provider-misconfigured';

function causesOf(error: unknown): unknown[] {
  const causes: unknown[] = [];
  for (let cause = error; cause !== undefined && cause !== null && causes.length < 8; ) {
    causes.push(cause);
    cause = cause instanceof Error ? cause.cause : undefined;
  }
  return causes;
}

function statusWords({ status, headers }: Response): Judged {
  if (status >= 500) return ['provider-away', `it answered ${status}`];
  if (status >= 300 && status < 400) return [misfit, `it answered ${status}, and redirects are not followed`];
  if (status >= 400) return [misfit, `it answered ${status}`];
  return [misfit, `it answered ${code(headers.get('content-type') ?? 'nothing')}, which is not JSON`];
}

type ClaimFault = { readonly claim: string; readonly claims: Claims; readonly now?: number };

/** The claim that made an ID token be refused. */
function claimWords(cause: unknown): string | null {
  if (!isClaimFault(cause)) return null;
  const { claim, claims, now } = cause;
  if (now === undefined) return `the ID token’s ${code(claim)} is not the one expected`;
  return clockFault(claims, now) ?? `the ID token is out of date (${code(claim)})`;
}

const isClaimFault = (cause: unknown): cause is ClaimFault =>
  typeof cause === 'object' && cause !== null && 'claim' in cause && 'claims' in cause;

/** The library's own words, which name no values. */
function libraryWords(causes: readonly unknown[]): Judged {
  const errors = causes.filter((cause) => cause instanceof Error);
  const words = errors.map(({ message }) => message).filter((text) => !/went wrong|encountered/.test(text));
  const found = code(words.at(-1) ?? errors.at(-1)?.message ?? 'an unknown fault');
  const isDoubtful = errors.some(({ message }) => /JWT|JWS|JWKS|signature|alg|nonce|"(sub|iss)"|key/i.test(message));
  return [isDoubtful ? 'answer-refused' : misfit, found];
}

/** What came from outside, fit for one line of a log. */
const code = (text: string): string => text.replaceAll(/[^\x20-\x7e]/g, '?').slice(0, 120);
