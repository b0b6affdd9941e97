import { describe, expect, test, vi } from 'vitest';
import { type ModeName, modes } from '@/demo/fake-enpass/modes';
import { countsOn } from '@/demo/fake-enpass/organisation';
import type { EnpassOptions } from '@/lib/adapters/enpass/client';
import type { FailureKind } from '@/lib/domain/failure';
import { aClientOf, aFakeEnpass, reading } from './enpass-world';

const accepted: readonly ModeName[] = [
  'good',
  'gzip',
  'deflate',
  'raw-deflate',
  'br',
  'bom',
  'unknown-fields',
  'duplicate-keys',
  'wrong-content-type',
  'no-content-type',
  'one-byte-chunks',
  'no-date',
  'odd-date',
  'clock-hours-behind',
  'clock-days-behind',
  'clock-days-ahead',
  'until-close',
  'extra-bytes',
  'slow',
];

const acceptedWithOtherCounts: readonly ModeName[] = ['inconsistent-sums', 'all-zeros'];

type Expected = { kind: FailureKind; attempts: number; status?: number; detail?: string | RegExp | null };

const retried = (kind: FailureKind, known: Partial<Expected> = {}): Expected => ({ kind, attempts: 4, ...known });
const final = (kind: FailureKind, known: Partial<Expected> = {}): Expected => ({ kind, attempts: 1, ...known });
const unexpectedField = (detail: string) => final('unexpected-answer', { detail });

const usingEnpass = 'user_onboarding_overview.using_enpass';

const failing: Partial<Record<ModeName, Expected>> = {
  '429': retried('rate-limited', { status: 429 }),
  '429-retry-nonsense': retried('rate-limited', { status: 429 }),
  '429-retry-after': retried('rate-limited', { status: 429 }),
  '429-retry-date': retried('rate-limited', { status: 429 }),
  '429-retry-after-long': final('rate-limited', { status: 429 }),
  '500': retried('server-trouble', { status: 500 }),
  '501': retried('server-trouble', { status: 501 }),
  '502': retried('server-trouble', { status: 502 }),
  '503': retried('server-trouble', { status: 503 }),
  '503-retry-after': retried('server-trouble', { status: 503 }),
  '504': retried('server-trouble', { status: 504 }),
  '999': retried('unreachable', { status: 999 }),
  '408': retried('timed-out', { status: 408 }),
  'never-answers': retried('timed-out', { detail: '0.1 s' }),
  'headers-then-nothing': retried('timed-out', { detail: '0.1 s' }),
  'slow-drip': retried('timed-out', { detail: '0.1 s' }),
  'endless-interim': retried('unreachable', { detail: 'ODD_INTERIM' }),
  'not-http': retried('unreachable', { detail: /^HPE_/ }),
  'absurd-headers': retried('unreachable', { detail: 'HPE_HEADER_OVERFLOW' }),
  'many-headers': retried('unreachable', { detail: 'HPE_HEADER_OVERFLOW' }),
  'two-lengths': retried('unreachable', { detail: /^HPE_/ }),
  'endless-trailers': retried('unreachable'),
  'endless-chunk-extension': retried('unreachable'),
  'endless-status-line': retried('unreachable', { detail: 'HPE_HEADER_OVERFLOW' }),
  upgrade: retried('unreachable', { detail: 'ODD_UPGRADE' }),
  reset: retried('unreachable', { detail: 'ECONNRESET' }),
  'closed-at-once': retried('unreachable', { detail: 'ECONNRESET' }),
  'reset-mid-body': retried('unreachable', { detail: 'ECONNRESET' }),
  truncated: retried('unreachable', { detail: 'ECONNRESET' }),
  'truncated-chunks': retried('unreachable', { detail: 'ECONNRESET' }),
  '401': final('token-refused', { status: 401 }),
  '403': final('token-refused', { status: 403 }),
  '404': final('wrong-address', { status: 404 }),
  '405': final('wrong-address', { status: 405 }),
  redirect: final('redirected', { status: 307 }),
  'redirect-301': final('redirected', { status: 301 }),
  'not-modified': final('redirected', { status: 304 }),
  'ten-megabytes': final('too-large'),
  'gzip-bomb': final('too-large'),
  'br-bomb': final('too-large'),
  endless: final('too-large'),
  'endless-one-byte-chunks': final('too-large'),
  html: final('unreadable-answer', { detail: 'a web page' }),
  'json-as-html': final('unreadable-answer', { detail: 'a web page' }),
  'html-as-json': final('unreadable-answer', { detail: 'not JSON' }),
  empty: final('unreadable-answer', { detail: 'an empty answer' }),
  'no-content': final('unreadable-answer', { detail: 'an empty answer' }),
  'cut-json': final('unreadable-answer', { detail: 'not JSON' }),
  'two-documents': final('unreadable-answer', { detail: 'not JSON' }),
  'not-utf8': final('unreadable-answer', { detail: 'not UTF-8' }),
  utf16: final('unreadable-answer', { detail: 'not UTF-8' }),
  'bad-gzip': final('unreadable-answer', { detail: 'bad compression' }),
  'cut-gzip': final('unreadable-answer', { detail: 'bad compression' }),
  'unknown-compression': final('unreadable-answer', { detail: 'an unknown compression' }),
  'odd-compression': final('unreadable-answer', { detail: 'an unknown compression' }),
  'endless-html': final('unreadable-answer', { detail: 'a web page' }),
  'endless-500': retried('server-trouble', { status: 500 }),
  'error-true': unexpectedField('error is true'),
  'error-true-with-counts': unexpectedField('error is true'),
  'json-null': unexpectedField('the answer is not an object'),
  'json-array': unexpectedField('the answer is not an object'),
  'deep-json': unexpectedField('the answer is not an object'),
  'wrong-types': unexpectedField('user_onboarding_overview.total_license is not an integer'),
  'missing-object': unexpectedField('enpass_app_usage_overview is missing'),
  'missing-field': unexpectedField('enpass_active_users.active_users is missing'),
  'null-count': unexpectedField(`${usingEnpass} is not an integer`),
  negative: unexpectedField(`${usingEnpass} is negative`),
  float: unexpectedField(`${usingEnpass} is not an integer`),
  huge: unexpectedField(`${usingEnpass} is above 10,000,000`),
  infinite: unexpectedField(`${usingEnpass} is not an integer`),
};

const withoutWaiting = { sleep: async () => undefined };

test('every mode of the fake is either accepted or a failure here', () => {
  const told = [...accepted, ...acceptedWithOtherCounts, ...Object.keys(failing)];
  expect(told.toSorted()).toEqual(Object.keys(modes).toSorted());
});

test.each(accepted)('%s gives the 17 counts of the day', async (mode) => {
  const { fake, outcome } = await reading(mode);
  expect(outcome).toMatchObject({ ok: true, attempts: 1, value: { counts: countsOn('2026-11-23') } });
  expect(fake.requests).toHaveLength(1);
});

test('sums that do not add up are accepted as they came', async () => {
  const { outcome } = await reading('inconsistent-sums');
  expect(outcome.ok && outcome.value.counts).toEqual({ ...countsOn('2026-11-23'), inactive_users: 9_999 });
});

test('an organisation of nobody is accepted', async () => {
  const { outcome } = await reading('all-zeros');
  expect(new Set(Object.values(outcome.ok ? outcome.value.counts : {}))).toEqual(new Set([0]));
});

describe.each(Object.entries(failing))('%s', (mode, { kind, attempts, ...known }) => {
  test(`is ${kind} after ${attempts} attempt(s), and says nothing of the answer`, async () => {
    const token = 'SECRET-token-0123456789';
    const patience = known.detail === '0.1 s' ? { attemptTimeoutMs: 100 } : {};
    const { fake, outcome } = await readingWith(mode as ModeName, token, { ...withoutWaiting, ...patience });
    expect(outcome).toMatchObject({ ok: false, attempts, failure: { kind, status: known.status ?? null } });
    if (known.detail !== undefined && !outcome.ok) expect(outcome.failure.detail).toEqual(matching(known.detail));
    expect(fake.requests).toHaveLength(attempts);
    expect(fake.trapped).toHaveLength(0);
    await vi.waitFor(() => expect(fake.openConnections()).toBe(0));
    expect(JSON.stringify(outcome)).not.toMatch(/SECRET|UPSTREAM|Bearer|proxy|Debian/);
  });
});

const matching = (detail: string | RegExp | null) =>
  detail instanceof RegExp ? expect.stringMatching(detail) : detail;

async function readingWith(mode: ModeName, token: string, options: Partial<EnpassOptions>) {
  const fake = await aFakeEnpass({ mode, token });
  return { fake, outcome: await aClientOf(fake, options).read({ baseUrl: fake.url, token }) };
}
