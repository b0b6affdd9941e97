import { expect, test } from 'vitest';
import { securityHeaders } from './security-headers';

const headers = (more: { secure?: boolean; development?: boolean } = {}) =>
  securityHeaders({ nonce: 'n0nce', secure: false, development: false, ...more });

const directive = (name: string, policy = headers()['Content-Security-Policy'] ?? '') =>
  policy.split('; ').find((part) => part.startsWith(`${name} `));

test('scripts run by this answer’s nonce only', () => {
  expect(directive('script-src')).toBe("script-src 'self' 'nonce-n0nce' 'strict-dynamic'");
});

test.each([
  ['frame-ancestors', "frame-ancestors 'none'"],
  ['base-uri', "base-uri 'none'"],
  ['form-action', "form-action 'self'"],
  ['object-src', "object-src 'none'"],
  ['default-src', "default-src 'self'"],
])('%s is closed', (name, expected) => expect(directive(name)).toBe(expected));

test('transport is bound to https where https is spoken, and only there', () => {
  expect(headers()['Strict-Transport-Security']).toBeUndefined();
  expect(headers({ secure: true })['Strict-Transport-Security']).toBe('max-age=31536000; includeSubDomains');
});

test('our own forms keep their origin', () => {
  expect(headers()['Referrer-Policy']).toBe('same-origin');
});
