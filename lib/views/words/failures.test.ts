import { describe, expect, test } from 'vitest';
import { type FailureKind, failureKinds } from '@/lib/domain/failure';
import { failureWords, type WordedFailure } from './failures';

const failed = (kind: FailureKind, known: Partial<WordedFailure> = {}): WordedFailure => ({
  kind,
  detail: null,
  status: null,
  ...known,
});

const told = (failure: WordedFailure) => Object.values(failureWords(failure)).join(' ');

describe.each(failureKinds)('%s', (kind) => {
  test('has a title, a cause and a cure in whole sentences', () => {
    const { title, cause, cure } = failureWords(failed(kind));
    expect(title).toMatch(/^[A-Z][A-Za-z ]+$/);
    expect(cause).toMatch(/^[A-Z].+\.$/);
    expect(cure).toMatch(/^[A-Z].+\.$/);
  });

  test('never shows the kind itself, null or undefined', () => {
    expect(told(failed(kind))).not.toMatch(new RegExp(`${kind.includes('-') ? kind : 'null'}|null|undefined`));
  });
});

test.each(
  failureKinds.map((kind, at) => [kind, failureKinds[(at + 1) % failureKinds.length] ?? 'no-connection'] as const),
)('%s is told apart from %s', (one, other) =>
  expect(failureWords(failed(one)).cause).not.toBe(failureWords(failed(other)).cause),
);

test.each([401, 403])('a refused token (%i) names both a bad token and a missing scope', (status) => {
  const { cause, cure } = failureWords(failed('token-refused', { status }));
  expect(cause).toContain(`(${status})`);
  expect(cause).toMatch(/wrong, expired, revoked, or lacks the scope Onboarding & Adoption/);
  expect(cure).toMatch(/expiry and scope/);
});

test('a token that was never sent is not blamed on Enpass', () => {
  expect(told(failed('token-refused', { detail: 'unusable characters' }))).not.toContain('refused the token');
});

test.each([
  ['server-trouble', { status: 500 }, 'Enpass had a server error (500).'],
  ['rate-limited', { status: 429 }, 'Enpass asked us to slow down (429).'],
  ['timed-out', { detail: '15 s' }, 'Enpass gave no whole answer in time (15 s).'],
  ['timed-out', { status: 408 }, 'Enpass gave no whole answer in time (408).'],
  [
    'unexpected-answer',
    { status: 200, detail: 'enpass_active_users.total_users is missing' },
    'Enpass’s answer is not as documented: enpass_active_users.total_users is missing.',
  ],
] as const)('%s with %o says "%s"', (kind, known, cause) => {
  expect(failureWords(failed(kind, known)).cause).toBe(cause);
});

test.each([
  ['ENOTFOUND', /looked up/],
  ['EAI_AGAIN', /looked up/],
  ['CERT_HAS_EXPIRED', /secure/],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', /secure/],
  ['ERR_TLS_CERT_ALTNAME_INVALID', /secure/],
  ['EPROTO', /secure/],
  ['HPE_INVALID_CONSTANT', /HTTP/],
  ['ODD_UPGRADE', /HTTP/],
  ['ECONNREFUSED', /failed or broke off/],
  ['ECONNRESET', /failed or broke off/],
] as const)('a network error %s is told as what it is', (detail, words) => {
  const { cause } = failureWords(failed('unreachable', { detail }));
  expect(cause).toMatch(words);
  expect(cause).toContain(`(${detail})`);
});

test('the short name carries the status', () => {
  expect(failureWords(failed('wrong-address', { status: 404 })).title).toBe('Wrong address (404)');
});
