import { expect, test } from 'vitest';
import { stepsOf } from '@/lib/domain/connection-test';
import { stepWords } from './connection';

const lines = (failure: Parameters<typeof stepWords>[1], scheme: Parameters<typeof stepsOf>[1]) =>
  stepWords(stepsOf(failure, scheme), failure).map(({ state, label, detail }) =>
    [state, label, detail].filter(Boolean).join(' · '),
  );

test('a refused token proves everything before it and nothing after', () => {
  expect(lines({ kind: 'token-refused', detail: null, status: 401 }, 'https')).toEqual([
    'done · Server found',
    'done · Certificate valid',
    'done · Address right',
    'failed · Token refused · 401',
    'waiting · 17 counts · not tried',
  ]);
});

test('without https there is no certificate to prove', () => {
  expect(lines(null, 'http')).toContain('waiting · Certificate · not needed');
});

test.each([
  ['rate-limited', null, 429, 'failed · Token not judged: asked to wait · 429'],
  ['server-trouble', null, 503, 'failed · Address not proven: server in trouble · 503'],
  ['timed-out', '15 s', null, 'failed · No whole answer in time'],
  ['unreachable', 'ECONNRESET', null, 'failed · Server found, but no answer of Enpass’s'],
  ['unreachable', 'HPE_INVALID_CONSTANT', null, 'failed · Server found, but no answer of Enpass’s'],
  ['unreachable', 'ECONNREFUSED', null, 'failed · Server not reached'],
  ['unreachable', 'ENOTFOUND', null, 'failed · Server not reached'],
  ['unreachable', 'CERT_HAS_EXPIRED', null, 'failed · Certificate not accepted'],
  ['wrong-address', null, 404, 'failed · Address not right · 404'],
] as const)('%s (%s) blames no step that is not at fault', (kind, detail, status, line) => {
  expect(lines({ kind, detail, status }, 'https').filter((each) => each.startsWith('failed'))).toEqual([line]);
});
