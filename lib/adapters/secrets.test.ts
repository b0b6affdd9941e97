import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSecrets } from './secrets';

const first = 'a first key of well over thirty-two bytes';
const second = 'and a second key of well over thirty-two bytes';
const secrets = createSecrets(() => [first]);

test('what was sealed opens again at its place', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (plain, place) => {
      expect(secrets.open(secrets.seal(plain, place), place)).toBe(plain);
    }),
  );
});

test('sealing twice gives two different texts, and neither shows the plain one', () => {
  const [one, two] = [secrets.seal('a token', 'here'), secrets.seal('a token', 'here')];
  expect(one.sealed).not.toBe(two.sealed);
  expect(Buffer.from(one.sealed, 'base64').toString('latin1')).not.toContain('a token');
});

test('a value moved to another row does not open', () => {
  expect(() => secrets.open(secrets.seal('a token', 'connection/one'), 'connection/two')).toThrow();
});

test('a value altered in any byte, or cut short, does not open', () => {
  const value = secrets.seal('a token', 'here');
  const bytes = Buffer.from(value.sealed, 'base64');
  for (let index = 0; index < bytes.length; index += 1) {
    const altered = Buffer.from(bytes);
    altered[index] = (altered[index] ?? 0) ^ 1;
    expect(() => secrets.open({ ...value, sealed: altered.toString('base64') }, 'here')).toThrow();
    expect(() => secrets.open({ ...value, sealed: bytes.subarray(0, index).toString('base64') }, 'here')).toThrow();
  }
});

test('the first key seals and all keys open, so that keys can change', () => {
  const old = secrets.seal('a token', 'here');
  const rotated = createSecrets(() => [second, first]);
  expect(rotated.open(old, 'here')).toBe('a token');
  const fresh = rotated.seal('a token', 'here');
  expect(fresh.keyId).not.toBe(old.keyId);
  expect(createSecrets(() => [second]).open(fresh, 'here')).toBe('a token');
  expect(() => createSecrets(() => [second]).open(old, 'here')).toThrow('is not known');
});
