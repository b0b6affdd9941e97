import { expect, test } from 'vitest';
import config from '@/next.config.mjs';
import { isTooLarge } from './form-size';

const asked = (method: string, headers: Record<string, string>) => ({ method, headers: new Headers(headers) });

test('a form up to the limit that Next keeps is read', () => {
  expect(config.experimental?.serverActions?.bodySizeLimit).toBe('8mb');
  expect(isTooLarge(asked('POST', { 'content-length': String(8 * 1024 * 1024) }))).toBe(false);
  expect(isTooLarge(asked('POST', { 'content-length': String(8 * 1024 * 1024 + 1) }))).toBe(true);
});

test('a form that hides its size is turned away', () => {
  expect(isTooLarge(asked('POST', { 'transfer-encoding': 'chunked' }))).toBe(true);
  expect(isTooLarge(asked('GET', {}))).toBe(false);
});
