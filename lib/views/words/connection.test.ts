import { expect, test } from 'vitest';
import { stepsOf } from '@/lib/domain/connection-test';
import { stepWords } from './connection';

const lines = (...[failure, scheme]: Parameters<typeof stepsOf>) =>
  stepWords(stepsOf(failure, scheme), failure ? '401' : null).map(({ state, label, detail }) =>
    [state, label, detail].filter(Boolean).join(' · '),
  );

test('a refused token proves everything before it and nothing after', () => {
  expect(lines({ kind: 'token-refused', detail: null }, 'https')).toEqual([
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
