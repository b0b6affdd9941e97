import { expect, test } from 'vitest';
import { stepsOf } from './connection-test';
import { failureKinds } from './failure';

const outcomes = (kind: Parameters<typeof stepsOf>[0], scheme: 'https' | 'http' = 'https') =>
  stepsOf(kind, scheme).map(({ outcome }) => outcome);

test('a good answer proves every step', () => {
  expect(outcomes(null)).toEqual(['done', 'done', 'done', 'done', 'done']);
});

test('what comes before the failed step is proven, what comes after was not tried', () => {
  expect(outcomes({ kind: 'token-refused', detail: null })).toEqual(['done', 'done', 'done', 'failed', 'not-tried']);
  expect(outcomes({ kind: 'unreachable', detail: 'ENOTFOUND' })).toEqual([
    'failed',
    'not-tried',
    'not-tried',
    'not-tried',
    'not-tried',
  ]);
});

test.each(['CERT_HAS_EXPIRED', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'ERR_TLS_CERT_ALTNAME_INVALID', 'EPROTO'])(
  '%s is a fault of the certificate, not of the server',
  (detail) => {
    expect(outcomes({ kind: 'unreachable', detail })[1]).toBe('failed');
  },
);

test('without https there is no certificate to check', () => {
  expect(outcomes(null, 'http')).toEqual(['done', 'not-needed', 'done', 'done', 'done']);
});

test('every failure fails at exactly one step, but for clocks: with them everything was right on the way', () => {
  expect(new Set(outcomes({ kind: 'clock-off', detail: null }))).toEqual(new Set(['done']));
  for (const kind of failureKinds.filter((one) => one !== 'clock-off')) {
    expect(outcomes({ kind, detail: null }).filter((outcome) => outcome === 'failed')).toHaveLength(1);
  }
});
