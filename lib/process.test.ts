import { afterEach, expect, test, vi } from 'vitest';
import { perProcess } from './process';

const key = Symbol.for('enpass-adoption.a-test');
afterEach(() => void Reflect.deleteProperty(globalThis, key));

test('the first who asks makes it, everybody gets the same', () => {
  const first = perProcess('a-test', () => ['made']);
  expect(perProcess('a-test', () => ['made again'])).toBe(first);
});

test('another copy of the module hands out the same thing', async () => {
  const first = perProcess('a-test', () => ['made']);
  vi.resetModules();
  const copy = await import('./process');
  expect(copy.perProcess).not.toBe(perProcess);
  expect(copy.perProcess('a-test', () => ['made again'])).toBe(first);
});
