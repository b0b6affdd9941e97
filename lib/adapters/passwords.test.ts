import { expect, test } from 'vitest';
import { createPasswords } from './passwords';

const passwords = createPasswords();

test('the right password is known again, another is not', async () => {
  const hash = await passwords.hash('gull kelp fog iris');
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await passwords.verify(hash, 'gull kelp fog iris')).toBe(true);
  expect(await passwords.verify(hash, 'gull kelp fog Iris')).toBe(false);
});

test('one password is one password, however a keyboard writes its letters', async () => {
  const hash = await passwords.hash('k\u00fcste und meer');
  expect(await passwords.verify(hash, 'ku\u0308ste und meer')).toBe(true);
});

test('nobody signs in without a hash, not even with the words the dummy was made of', async () => {
  expect(await passwords.verify(null, 'nobody has this password')).toBe(false);
});

test('a missing hash takes as long as a wrong password', async () => {
  const hash = await passwords.hash('gull kelp fog iris');
  await passwords.verify(null, 'warm up');
  const timeOf = async (stored: string | null) => {
    const from = performance.now();
    await passwords.verify(stored, 'wrong');
    return performance.now() - from;
  };
  // In turns, and the best of each: whatever else the machine does then delays both alike.
  let [known, unknown] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let round = 0; round < 10; round += 1) {
    known = Math.min(known, await timeOf(hash));
    unknown = Math.min(unknown, await timeOf(null));
  }
  expect(Math.max(known, unknown) / Math.min(known, unknown)).toBeLessThan(2);
});

test('the list of common passwords ships with the code', async () => {
  const common = await passwords.common();
  expect(common.size).toBeGreaterThan(40_000);
  for (const password of ['password1234', 'passwordpassword', '1q2w3e4r5t6y', 'administrator']) {
    expect(common.has(password)).toBe(true);
  }
});
