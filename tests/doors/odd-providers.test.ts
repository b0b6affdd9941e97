import type { ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import { cast } from '../../demo/cast';
import type { Oddity } from '../support/odd-provider';
import { cookieIn, errorOf, ssoPerTest } from './sso-world';

const sso = ssoPerTest();
const nora = { sub: 'nora-1', name: 'Nora Lind', email: 'nora@example.org', email_verified: true };
const { email_verified: _, ...unmarked } = nora;

type Person = Record<string, unknown>;
type Row = readonly [what: string, expected: readonly [kind: string, cause: RegExp], oddity: Oddity, person?: Person];

const redirects = (response: ServerResponse) => response.writeHead(302, { Location: 'http://127.0.0.1:1/' }).end();
const never = () => {};
const drips = (response: ServerResponse) => {
  response.writeHead(200, { 'Content-Type': 'application/json' });
  const timer = setInterval(() => response.write(' '), 20);
  response.on('close', () => clearInterval(timer));
};
const tenMegabytes = (response: ServerResponse) =>
  response.writeHead(200, { 'Content-Type': 'application/json' }).end(`{"x":"${'x'.repeat(10 * 1024 * 1024)}"}`);
const breaks = (response: ServerResponse) => response.destroy();
const fails = (response: ServerResponse) => response.writeHead(503).end();
const missing = (response: ServerResponse) => response.writeHead(404).end();
const page = (response: ServerResponse) => response.writeHead(200, { 'Content-Type': 'text/html' }).end('<p>Hello');
const nonsense = (response: ServerResponse) =>
  response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"issuer":');

const refused = 'answer-refused';
const misfit = 'provider-misconfigured';
const away = 'provider-away';

const rows: readonly Row[] = [
  ['no email_verified', ['email-unverified', /^$/], {}, unmarked],
  ['a false email_verified', ['email-unverified', /^$/], {}, { ...nora, email_verified: false }],
  ['a textual email_verified', ['email-unverified', /^$/], {}, { ...nora, email_verified: 'true' }],
  ['a numeric email_verified', ['email-unverified', /^$/], {}, { ...nora, email_verified: 1 }],
  [
    'an address that the ID token knows not to be theirs',
    ['email-unverified', /^$/],
    { idToken: { email_verified: false } },
  ],
  ['no address', ['email-unverified', /^$/], {}, { sub: 'nora-1', email_verified: true }],
  ['an address that is none', ['email-unverified', /^$/], {}, { ...nora, email: 'nora' }],
  ['a wrong iss', [refused, /"?iss"? is not the one expected/], { idToken: { iss: 'https://evil.example' } }],
  ['a wrong aud', [refused, /aud is not the one expected/], { idToken: { aud: 'somebody-else' } }],
  ['a wrong nonce', [refused, /nonce/], { idToken: { nonce: 'not-the-one' } }],
  ['no nonce', [refused, /nonce/], { idToken: { nonce: undefined } }],
  ['no sub', [refused, /sub/], { idToken: { sub: undefined } }],
  ['userinfo of somebody else', [refused, /sub/], { userInfo: { sub: 'max-1' } }],
  ['a wrong state', ['attempt-over', /state/], { callback: { state: 'not-the-one' } }],
  ['a wrong iss on the way back', [refused, /iss/], { callback: { iss: 'https://evil.example' } }],
  ['a signature by another key', [refused, /signature/], { foreignKey: true }],
  ['alg none', [refused, /alg|unsupported|JWS/i], { alg: 'none' }],
  ['an ID token sealed with the secret', [refused, /alg|unsupported|JWS/i], { alg: 'HS256' }],
  ['an expired ID token', [refused, /out of date \(exp\)/], { tokenSeconds: -200 }],
  ['a clock 10 minutes behind', [refused, /clocks differ: .* about (59\d|60\d) s behind/], { clockSeconds: -600 }],
  [
    'a clock 10 minutes behind, and tokens that last',
    [refused, /clocks differ: .* s behind/],
    { clockSeconds: -600, tokenSeconds: 3600 },
  ],
  ['a clock 10 minutes ahead', [refused, /clocks differ: .* about (59\d|60\d) s ahead/], { clockSeconds: 600 }],
  [
    'no key of that name',
    [refused, /key/],
    { at: { jwks: (response) => response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"keys":[]}') } },
  ],
  ['a refusal', ['provider-refused', /access_denied/], { callback: { error: 'access_denied', code: '' } }],
  ['discovery of another issuer', [misfit, /issuer/], { metadata: { issuer: 'https://evil.example' } }],
  ['discovery of every tenant', [misfit, /issuer/], { metadata: { issuer: 'https://login.example/{tenantid}/v2.0' } }],
  ['discovery without keys', [misfit, /jwks_uri/], { metadata: { jwks_uri: undefined } }],
  ['discovery without a token endpoint', [misfit, /token endpoint/], { metadata: { token_endpoint: undefined } }],
  [
    'a sign-in page that is a script',
    [misfit, /HTTPS/],
    { metadata: { authorization_endpoint: 'javascript:alert(1)' } },
  ],
  [
    'a token endpoint on a private address',
    [misfit, /private-address/],
    { metadata: { token_endpoint: 'https://10.0.0.1/token' } },
  ],
  [
    'a token endpoint on plain http',
    [misfit, /not-https/],
    { metadata: { token_endpoint: 'http://example.org/token' } },
  ],
  [
    'keys on the metadata address',
    [misfit, /private-address/],
    { metadata: { jwks_uri: 'https://169.254.169.254/jwks' } },
  ],
  [
    'userinfo at the wrong door',
    [misfit, /private-address/],
    { metadata: { userinfo_endpoint: 'https://127.0.0.1:1/' } },
  ],
  ...(['discovery', 'token', 'userinfo', 'jwks'] as const).flatMap((place): Row[] => [
    [`${place} that is slow`, [away, /within 1\.5 s/], { at: { [place]: never } }],
    [`${place} that drips`, [away, /within 1\.5 s/], { at: { [place]: drips } }],
    [`${place} of 10 MB`, [misfit, /more than 256 KiB/], { at: { [place]: tenMegabytes } }],
    [`${place} that redirects`, [misfit, /302, and redirects are not followed/], { at: { [place]: redirects } }],
    [`${place} that breaks`, [away, /broke/], { at: { [place]: breaks } }],
    [`${place} that fails`, [away, /503/], { at: { [place]: fails } }],
    [`${place} that is not there`, [misfit, /404/], { at: { [place]: missing } }],
    [`${place} that is a page`, [misfit, /text\/html, which is not JSON/], { at: { [place]: page } }],
    [`${place} that is cut off`, [misfit, /not whole JSON/], { at: { [place]: nonsense } }],
  ]),
];

const table = rows.map(([what, [kind, cause], oddity, person = nora]) => ({ what, kind, cause, oddity, person }));

test.each(table)('$what lets nobody in, and the log alone says why', async ({ kind, cause, oddity, person }) => {
  await sso.add(cast.ada);
  sso.settle({ deadlineMs: 1500 });
  const before = sso.hashed();
  const answer = await sso.arrive(person, oddity);
  expect(answer.status).toBe(303);
  expect(cookieIn(answer, 'authjs.session-token')).toBeNull();
  expect(errorOf(answer)).toBe(kind);
  expect(new URL(answer.headers.get('location') ?? '').searchParams.get('to')).toBe('/trends');
  expect(sso.hashed()).toBe(before);
  const told = sso.logged.filter(({ event }) => event === 'provider-let-nobody-in');
  expect(told.map(({ fields }) => fields.kind)).toEqual([kind]);
  expect(String(told[0]?.fields.cause ?? '')).toMatch(cause);
  expect(await sso.world.store.people.byEmail('first', nora.email)).toBeNull();
  expect(await sso.guess(cast.ada.email)).toBe(true);
});

test('groups that the provider does not list count as none, and the log says so', async () => {
  await sso.add(cast.ada);
  sso.settle({ provider: { defaultRole: 'none', roles: { claim: 'groups', map: new Map([['g1', 'ops']]) } } });
  const overage = { _claim_names: { groups: 'src1' }, _claim_sources: { src1: { endpoint: 'https://graph.example' } } };
  expect(errorOf(await sso.arrive(nora, { idToken: overage }))).toBe('not-invited');
  expect(sso.logged).toContainEqual({ level: 'warn', event: 'groups-not-told', fields: { claim: 'groups' } });
  expect(cookieIn(await sso.arrive(nora, { idToken: { groups: ['g1'] } }), 'authjs.session-token')).not.toBeNull();
});
