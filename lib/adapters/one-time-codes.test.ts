import { Secret } from 'otpauth';
import { describe, expect, test } from 'vitest';
import { createOneTimeCodes } from './one-time-codes';

const codes = createOneTimeCodes();
// RFC 6238, appendix B, SHA-1; an app shows the last six of its eight digits.
const secret = Secret.fromLatin1('12345678901234567890').base32;
const vectors = [
  [59, '94287082'],
  [1_111_111_109, '07081804'],
  [1_111_111_111, '14050471'],
  [1_234_567_890, '89005924'],
  [2_000_000_000, '69279037'],
  [20_000_000_000, '65353130'],
] as const;

describe('a code of the RFC', () => {
  test.each(vectors)('of %i s is known, and of which 30 seconds it is', async (seconds, code) => {
    const step = Math.floor(seconds / 30);
    const at = (s: number) => new Date(s * 1000);
    const six = code.slice(2);
    expect(await codes.stepOf(secret, six, at(seconds))).toBe(step);
    expect(await codes.stepOf(secret, six, at((step + 1) * 30))).toBe(step);
    expect(await codes.stepOf(secret, six, at((step - 1) * 30))).toBe(step);
    expect(await codes.stepOf(secret, six, at((step + 2) * 30))).toBeNull();
    expect(await codes.stepOf(secret, six, at((step - 1) * 30 - 1))).toBeNull();
  });

  test.each(['', '0', '00000', '0000000', '94287082', '２８７０８２', 'abcdef', '-87082', '28708 '])(
    'is nothing but six digits: %o',
    async (code) => expect(await codes.stepOf(secret, code, new Date(59_000))).toBeNull(),
  );
});

test('a secret has 160 bits, and no two are the same', async () => {
  const [one, another] = [await codes.secret(), await codes.secret()];
  expect(one).toMatch(/^[A-Z2-7]{32}$/);
  expect(one).not.toBe(another);
});

test('an app reads who it is for, whatever is in the name', async () => {
  const address = new URL(await codes.address(secret, { issuer: 'A & B: Söhne', account: 'ada@example.org' }));
  expect(address.protocol).toBe('otpauth:');
  expect(address.searchParams.get('secret')).toBe(secret);
  expect(address.searchParams.get('issuer')).toBe('A & B: Söhne');
  expect(decodeURIComponent(address.pathname)).toContain('ada@example.org');
});

test('a drawing keeps a quiet zone around the code', async () => {
  const { size, path } = await codes.draw('otpauth://totp/x?secret=y');
  const places = [...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].map(([, x, y, width]) => [
    Number(x),
    Number(y),
    Number(width),
  ]);
  expect(Math.min(...places.map(([x = 0]) => x))).toBe(4);
  expect(Math.min(...places.map(([, y = 0]) => y))).toBe(4);
  expect(Math.max(...places.map(([x = 0, , width = 0]) => x + width))).toBe(size - 4);
});
