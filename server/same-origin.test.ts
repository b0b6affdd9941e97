import { expect, test } from 'vitest';
import { isSameOrigin, isUnsafe } from './same-origin';

const asked = (headers: Record<string, string>) => ({ method: 'POST', headers: new Headers(headers) });
const company = new URL('https://adoption.example');
const laptop = new URL('http://localhost:3000');

test.each([
  [company, { origin: 'https://adoption.example' }],
  [company, { origin: 'https://adoption.example', 'sec-fetch-site': 'same-origin' }],
  [company, { 'sec-fetch-site': 'same-origin' }],
  [laptop, { origin: 'http://localhost:3000' }],
  [laptop, { origin: 'http://127.0.0.1:3000' }],
  [laptop, { origin: 'http://[::1]:3000' }],
])('our own page proves it: %s %j', (publicUrl, headers) => expect(isSameOrigin(asked(headers), publicUrl)).toBe(true));

test.each([
  [company, {}],
  [company, { origin: 'null' }],
  [company, { origin: '' }],
  [company, { origin: 'http://adoption.example' }],
  [company, { origin: 'https://adoption.example:8443' }],
  [company, { origin: 'https://adoption.example.evil.example' }],
  [company, { origin: 'https://evil.example' }],
  [company, { origin: 'https://sub.adoption.example' }],
  [company, { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' }],
  [company, { 'sec-fetch-site': 'same-site' }],
  [company, { 'sec-fetch-site': 'cross-site' }],
  [company, { 'sec-fetch-site': 'none' }],
  [company, { origin: 'http://localhost:3000' }],
  [company, { referer: 'https://adoption.example/' }],
  [laptop, { origin: 'http://localhost:3001' }],
  [laptop, { origin: 'https://localhost:3000' }],
  [laptop, { origin: 'http://localhost' }],
  [laptop, { origin: 'null' }],
  [laptop, {}],
])('anything else proves nothing: %s %j', (publicUrl, headers) =>
  expect(isSameOrigin(asked(headers), publicUrl)).toBe(false),
);

test('only methods that change nothing go without a proof', () => {
  expect(['GET', 'head', 'OPTIONS'].some(isUnsafe)).toBe(false);
  expect(['POST', 'put', 'PATCH', 'DELETE', 'PROPFIND', ''].every(isUnsafe)).toBe(true);
});
