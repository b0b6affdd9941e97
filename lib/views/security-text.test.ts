import { expect, test } from 'vitest';
import { securityText } from './security-text';

const given = { contact: 'mailto:security@example.org', now: new Date('2026-11-27T09:00:00Z') };

test('a contact is told with its end and the address that is the true one', () => {
  expect(securityText({ ...given, publicUrl: new URL('https://adoption.example.org') })).toBe(
    `Contact: mailto:security@example.org
Expires: 2027-02-25T09:00:00.000Z
Preferred-Languages: en
Canonical: https://adoption.example.org/.well-known/security.txt
`,
  );
});

test('without https no address claims to be the true one', () => {
  expect(securityText({ ...given, publicUrl: new URL('http://localhost:3000') })).not.toContain('Canonical');
});
