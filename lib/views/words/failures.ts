import type { FailureKind, RefreshFailure } from '@/lib/domain/failure';

/** What a person reads about a failure: its title, short enough for tables and gaps, the cause as a sentence, and what to do about it. */
export type FailureWords = { readonly title: string; readonly cause: string; readonly cure: string };

export type WordedFailure = Pick<RefreshFailure, 'kind' | 'detail' | 'status'>;

/**
 * Every failure has all three, whatever is unknown of it; a status or code stands in brackets. What Enpass means by its statuses and
 * its limit of 30 requests a minute: Enpass help, "Error Handling & Troubleshooting" and "API Access Management".
 */
export function failureWords(failure: WordedFailure): FailureWords {
  const title = `${titleOf(failure.kind)}${bracketed(failure.status)}`;
  return { title, ...causeAndCure(failure) };
}

function titleOf(kind: FailureKind): string {
  switch (kind) {
    case 'rate-limited':
      return 'Rate limit';
    case 'server-trouble':
      return 'Server error';
    case 'unreachable':
      return 'Enpass unreachable';
    case 'timed-out':
      return 'No answer in time';
    case 'token-refused':
      return 'Token refused';
    case 'wrong-address':
      return 'Wrong address';
    case 'redirected':
      return 'Redirected';
    case 'address-refused':
      return 'Address not allowed';
    case 'too-large':
      return 'Answer too large';
    case 'unreadable-answer':
      return 'Unreadable answer';
    case 'unexpected-answer':
      return 'Unexpected answer';
    case 'clock-off':
      return 'Clocks disagree';
    case 'no-connection':
      return 'No connection';
    case 'not-running':
      return 'Not running';
  }
}

type CauseAndCure = Omit<FailureWords, 'title'>;

function causeAndCure({ kind, detail, status }: WordedFailure): CauseAndCure {
  switch (kind) {
    case 'rate-limited':
      return {
        cause: `Enpass asked us to slow down${bracketed(status)}.`,
        cure: 'Nothing to fix here. If it lasts, look for another program that uses the same token: Enpass allows 30 requests a minute.',
      };
    case 'server-trouble':
      return { cause: `Enpass had a server error${bracketed(status)}.`, cure: nothingToFix };
    case 'unreachable':
      return unreachable(detail ?? status);
    case 'timed-out':
      return { cause: `Enpass gave no whole answer in time${bracketed(status ?? detail)}.`, cure: onceOrLasting };
    case 'token-refused':
      return tokenRefused(status);
    case 'wrong-address':
      return {
        cause: `Enpass has nothing to answer at this address${bracketed(status)}.`,
        cure: compareBaseUrl,
      };
    case 'redirected':
      return {
        cause: `The address sends us on to another one${bracketed(status)}, which we never follow: the token belongs to Enpass only.`,
        cure: compareBaseUrl,
      };
    case 'address-refused':
      return addressRefused(detail);
    case 'too-large':
      return {
        cause: 'The answer was larger than 1 MiB, far more than Enpass sends, and was cut off.',
        cure: compareBaseUrl,
      };
    case 'unreadable-answer':
      return unreadable(detail);
    case 'unexpected-answer':
      return unexpected(detail);
    case 'clock-off':
      return clockOff(detail);
    case 'no-connection':
      return {
        cause: 'No connection to Enpass is set up.',
        cure: 'An admin enters the base URL and a token in Settings, Connection.',
      };
    case 'not-running':
      return notRunning(detail);
  }
}

const nothingToFix = 'Nothing to fix here. If it lasts, ask Enpass support and name the time.';

const onceOrLasting =
  'Nothing to fix if it happens once. If it lasts, check the network between this server and Enpass.';

const compareBaseUrl =
  'Compare the base URL in Settings, Connection with the one the Enpass Admin Console shows under Settings, API Access.';

const newToken =
  'In the Enpass Admin Console, open Settings, API Access: check the token’s expiry and scope, or create a new one and enter it in Settings, Connection.';

const bracketed = (code: string | number | null): string => (code === null ? '' : ` (${code})`);

/** `code` is the operating system's, Node's or its HTTP parser's name for what went wrong. */
function unreachable(code: string | number | null): CauseAndCure {
  const named = String(code ?? '');
  if (named.startsWith('PROXY_')) return proxyFailed(named);
  if (/^(ENOTFOUND|EAI_)/.test(named)) {
    return {
      cause: `The name of the Enpass server could not be looked up${bracketed(code)}.`,
      cure: 'Check the base URL for a typing mistake, and whether this server can look up names.',
    };
  }
  if (/CERT|TLS|SSL|^EPROTO$|^UNABLE_TO/.test(named)) {
    return {
      cause: `The connection to Enpass could not be made secure${bracketed(code)}.`,
      cure: 'Check the base URL, and ask whoever runs the server or a proxy in between about its certificate.',
    };
  }
  if (/^(HPE|ODD)_|^\d+$/.test(named)) {
    return { cause: `What answered does not speak HTTP as Enpass does${bracketed(code)}.`, cure: compareBaseUrl };
  }
  return { cause: `The connection to Enpass failed or broke off${bracketed(code)}.`, cure: onceOrLasting };
}

/** Enpass was not asked: the proxy that HTTPS_PROXY names stood in between, and `code` ends with its status or what the network said of it. */
function proxyFailed(code: string): CauseAndCure {
  const said = code.slice('PROXY_'.length);
  if (said === '407') {
    return {
      cause: 'The proxy on the way to Enpass asks for a name and a password, or takes others (407).',
      cure: 'Whoever runs this server sets them in HTTPS_PROXY: http://name:password@proxy:port.',
    };
  }
  if (/^4\d\d$/.test(said)) {
    return {
      cause: `The proxy on the way to Enpass does not let this server through (${said}).`,
      cure: 'Ask whoever runs the proxy to allow CONNECT to the Enpass server.',
    };
  }
  if (/^5\d\d$/.test(said)) {
    return { cause: `The proxy could not reach Enpass (${said}).`, cure: onceOrLasting };
  }
  return {
    cause: `The proxy on the way to Enpass could not be used (${said}).`,
    cure: 'Whoever runs this server checks HTTPS_PROXY, and whether the proxy runs.',
  };
}

function tokenRefused(status: number | null): CauseAndCure {
  if (status === null) {
    return {
      cause: 'The token holds characters that no token can have, so it was not sent.',
      cure: 'Copy the token again, whole and without spaces or line breaks, and enter it in Settings, Connection.',
    };
  }
  return {
    cause: `Enpass refused the token${bracketed(status)}: it is wrong, expired, revoked, or lacks the scope Onboarding & Adoption; Enpass does not say which.`,
    cure: newToken,
  };
}

function addressRefused(detail: string | null): CauseAndCure {
  const notSent = 'so nothing was sent';
  if (detail === 'not-https') {
    return {
      cause: `The base URL starts with http://, which would show the token to the network, ${notSent}.`,
      cure: 'Change it to https:// in Settings, Connection.',
    };
  }
  if (detail === 'private-address') {
    return {
      cause: `The base URL leads to a private or local address, ${notSent}.`,
      cure: 'Enter the public address of Enpass in Settings, Connection, or list host and port in ALLOW_PRIVATE_TARGETS.',
    };
  }
  return { cause: `The base URL is not one that may be used, ${notSent}.`, cure: compareBaseUrl };
}

function unreadable(detail: string | null): CauseAndCure {
  if (detail === 'a web page') {
    return {
      cause: 'The answer was a web page, not Enpass’s numbers.',
      cure: `A proxy or a sign-in page may stand in between. ${compareBaseUrl}`,
    };
  }
  return {
    cause: `The answer could not be read as Enpass’s numbers${bracketed(detail)}.`,
    cure: `Nothing to fix if it happens once. ${compareBaseUrl}`,
  };
}

function unexpected(detail: string | null): CauseAndCure {
  if (detail === 'error is true') {
    return { cause: 'Enpass answered with an error instead of numbers (error is true).', cure: nothingToFix };
  }
  return {
    cause: `Enpass’s answer is not as documented${detail === null ? '' : `: ${detail}`}.`,
    cure: 'Nothing was recorded. If it lasts, ask Enpass support whether the Adoption Summary API has changed, and name the field.',
  };
}

/** `detail` says how far apart: 30 hours ahead. */
function clockOff(detail: string | null): CauseAndCure {
  return {
    cause: `This server’s clock and the date of Enpass’s answer are more than a day apart${detail === null ? '' : ` (ours is ${detail})`}, so nobody can say which day its numbers are of. A run keeps such an answer, but makes no day’s snapshot of it.`,
    cure: 'Set the clock of this server and keep it right (NTP). If the clock is right, a proxy in between answers with old answers: ask whoever runs it to keep none.',
  };
}

function notRunning(detail: string | null): CauseAndCure {
  if (detail === 'stopped') {
    return {
      cause: 'The application was stopped in the middle of this run.',
      cure: 'Nothing to fix: the next try of the day comes by itself.',
    };
  }
  return {
    cause: 'The application was not running.',
    cure: 'Keep it running around the clock: a day that is over cannot be fetched again.',
  };
}
