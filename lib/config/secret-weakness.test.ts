import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { secretWeakness } from './secret-weakness';

test.each([
  ['short', 'x8Kq2Lm9'],
  ['31 bytes', 'q8Zr2Vw0tL5nXb7KdH3mYc9JfG1sPa6'],
  ['one letter', 'a'.repeat(40)],
  ['one repeated pattern', 'q8Zr2V'.repeat(7)],
  ['a repeated pattern cut off', 'q8Zr2Vw0tL5nXb7K'.repeat(3).slice(0, 40)],
  ['changeme', 'changeme-X9q2Lm7Zr4Vw0tL5nXb7KdH3mYc'],
  ['a secret called secret', 'my-Secret-X9q2Lm7Zr4Vw0tL5nXb7KdH3mYc'],
  ['the alphabet', 'abcdefghijklmnopqrstuvwxyz0123456789'],
])('%s is refused', (_, value) => {
  expect(secretWeakness(value)).not.toBeNull();
});

test('random values pass, written as base64 or hex', () => {
  for (let i = 0; i < 500; i++) {
    expect(secretWeakness(randomBytes(32).toString('base64'))).toBeNull();
    expect(secretWeakness(randomBytes(16).toString('hex'))).toBeNull();
  }
});
