import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeRedirect } from './safe-redirect';

test.each([
  '/',
  '/api/v1/docs',
  '/trends',
  '/trends?metric=adoption&weeks=12',
  '/weeks/2026-W47#why',
  '/runs?page=2&q=a%20b',
])('a path of our own is kept: %s', (path) => expect(safeRedirect(path)).toBe(path));

test.each([
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/%2F/evil.example',
  '/%2f%2fevil.example',
  '/%5Cevil.example',
  '/%5c%5cevil.example',
  '/\t/evil.example',
  '/%09/evil.example',
  '/\n/evil.example',
  '/a/..//evil.example',
  '/.//evil.example',
  'https://evil.example',
  'https:evil.example',
  'javascript:alert(1)',
  'data:text/html,x',
  '@evil.example',
  'evil.example',
  ' /trends',
  '/%E0%A4%A',
  '',
])('a text that could lead elsewhere leads to the overview: %j', (text) => expect(safeRedirect(text)).toBe('/'));

test.each(['/sign-in', '/sign-in?to=/sign-in', '/set-up/abc', '/api/auth/signout', '/api/v1/snapshots'])(
  'a door or an answer for machines is no place to return to: %s',
  (path) => expect(safeRedirect(path)).toBe('/'),
);

test.each([null, undefined, 7, ['/trends'], {}])('what is no text leads to the overview: %j', (thing) =>
  expect(safeRedirect(thing)).toBe('/'),
);

test('whatever is asked, a browser stays on our own origin', () => {
  const part = fc.oneof(
    fc.constantFrom('/', '\\', '//', '..', '%2f', '%5c', '\t', '@', ':', 'evil.example', '?', '#'),
    fc.string(),
  );
  fc.assert(
    fc.property(
      fc.array(part).map((parts) => `/${parts.join('')}`),
      (text) => {
        expect(new URL(safeRedirect(text), 'https://adoption.example').origin).toBe('https://adoption.example');
      },
    ),
    { numRuns: 2000 },
  );
});
