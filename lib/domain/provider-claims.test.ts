import { expect, test } from 'vitest';
import { isOfDomains, providedEmail, providedName, providedRole } from './provider-claims';

const nora = 'nora@example.org';

test.each([
  ['marked beside it', [{ email: nora, email_verified: true }], nora, nora],
  ['written in capitals', [{ email: ' Nora@Example.ORG ', email_verified: true }], nora, nora],
  ['marked by the ID token alone', [{ email: nora }, { email: nora, email_verified: true }], nora, nora],
  ['not marked', [{ email: nora }], null, nora],
  ['marked with null', [{ email: nora, email_verified: null }], null, nora],
  ['marked as text', [{ email: nora, email_verified: 'true' }], null, nora],
  ['marked with a number', [{ email: nora, email_verified: 1 }], null, null],
  ['denied', [{ email: nora, email_verified: false }], null, null],
  ['denied as text', [{ email: nora, email_verified: 'False' }], null, null],
  [
    'denied by one of two',
    [
      { email: nora, email_verified: true },
      { email: nora, email_verified: false },
    ],
    null,
    null,
  ],
  ['marked for another address', [{ email: nora }, { email: 'max@example.org', email_verified: true }], null, nora],
  ['blank', [{ email: ' ', email_verified: true }], null, null],
  ['a list', [{ email: [nora], email_verified: true }], null, null],
  ['not there', [{}], null, null],
])('an address %s', (_, said, believed, trusted) => {
  expect(providedEmail(said, false)).toBe(believed);
  expect(providedEmail(said, true)).toBe(trusted);
});

test.each([
  [nora, [], true],
  [nora, ['example.com', 'example.org'], true],
  ['nora@sub.example.org', ['example.org'], false],
  ['nora@notexample.org', ['example.org'], false],
  ['"a@example.org"@evil.example', ['example.org'], false],
])('%s of %j: %s', (email, domains, expected) => expect(isOfDomains(email, domains)).toBe(expected));

test.each([
  [[{ name: 'Nora Lind' }], 'Nora Lind'],
  [[{ name: '' }, { given_name: 'Nora', family_name: 'Lind' }], 'Nora Lind'],
  [[{ name: 7, preferred_username: 'nlind' }], 'nlind'],
  [[{ name: '\u0000\n' }], 'nora'],
  [[{ name: 'x'.repeat(300) }], 'x'.repeat(100)],
])('%j is called %s', (said, expected) => expect(providedName(said, nora)).toBe(expected));

const map = new Map([
  ['a', 'admin'],
  ['o', 'ops'],
  ['m', 'manager'],
] as const);

test.each([
  ['roles', [{ roles: ['m', 'o', 'x'] }], 'ops'],
  ['roles', [{ roles: 'm' }], 'manager'],
  ['roles', [{ roles: ['m'] }, { roles: ['a'] }], 'admin'],
  ['roles', [{ roles: ['A', ' a', 'a '] }], null],
  ['roles', [{ roles: { a: true } }], null],
  ['roles', [{ roles: [['a']] }], null],
  ['realm_access.roles', [{ realm_access: { roles: ['o'] } }], 'ops'],
  ['resource_access.my.app.roles', [{ resource_access: { 'my.app': { roles: ['o'] } } }], 'ops'],
  ['https://example.org/roles', [{ 'https://example.org/roles': ['a'] }], 'admin'],
  ['constructor.name', [{}], null],
  ['a.b.c', [{ a: null }], null],
])('%s in %j is %s', (claim, said, role) => expect(providedRole(said, { claim, map }).role).toBe(role));

test.each([
  ['groups', { _claim_names: { groups: 'src1' } }, true],
  ['groups', { hasgroups: true }, true],
  ['groups', { groups: [], _claim_names: { groups: 'src1' } }, true],
  ['groups', { groups: ['x'], _claim_names: { groups: 'src1' } }, false],
  ['roles', { _claim_names: { groups: 'src1' } }, false],
  ['groups', {}, false],
])('%s in %j: an overage is %s', (claim, said, expected) =>
  expect(providedRole([said], { claim, map }).isOverage).toBe(expected),
);
