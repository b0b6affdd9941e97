import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { diskSecretFiles } from '@/lib/adapters/secret-files';
import { describeFaults, readConfig } from './config';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'config-'));
});
afterEach(() => rmSync(root, { recursive: true }));

const strong = 'q8Zr2Vw0tL5nXb7KdH3mYc9JfG1sPa6E4uTiRo-_kW';
const read = (env: Record<string, string>) => readConfig(env, { projectRoot: root, secretFiles: diskSecretFiles });

function config(env: Record<string, string> = {}) {
  const result = read(env);
  if (!result.ok) throw new Error(describeFaults(result.failure.faults));
  return result.value;
}

function faults(env: Record<string, string>) {
  const result = read(env);
  return result.ok ? [] : result.failure.faults.map((fault) => fault.variable);
}

test('an empty environment is a whole configuration', () => {
  expect(config()).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    publicUrl: new URL('http://localhost:3000'),
    databaseUrl: `file:${root}/data/adoption.db`,
    dataDir: `${root}/data`,
    enpass: null,
    admin: null,
    captureTime: '06:00',
    organisation: { name: 'My organisation', timeZone: 'UTC' },
    refreshPerMinute: 6,
    apiPerMinute: 120,
    trustedProxies: 0,
    logLevel: 'info',
  });
});

test('a blank variable is as good as none', () => {
  expect(config({ PORT: '', PUBLIC_URL: ' ', ENPASS_BASE_URL: '' })).toEqual(config());
});

test('the public address follows the port', () => {
  expect(config({ PORT: '8080' }).publicUrl.href).toBe('http://localhost:8080/');
});

test('a relative database file counts from the project folder, an absolute one stays', () => {
  expect(config({ DATABASE_URL: 'file:./here/a.db' }).databaseUrl).toBe(`file:${root}/here/a.db`);
  expect(config({ DATABASE_URL: 'file:/there/a.db' }).databaseUrl).toBe('file:/there/a.db');
  expect(config({ DATABASE_URL: 'file:///there/a.db' }).databaseUrl).toBe('file:/there/a.db');
});

test('the database lies in the data folder unless it is placed elsewhere', () => {
  expect(config({ DATA_DIR: './other' }).databaseUrl).toBe(`file:${root}/other/adoption.db`);
});

test('every fault is named together, and no value', () => {
  const wrong = {
    PORT: '70000x',
    PUBLIC_URL: 'https://example.com/path',
    DATABASE_URL: 'mysql://hush',
    AUTH_SECRET: 'hush',
    ENPASS_BASE_URL: 'http://hush.example',
    ENPASS_ATTEMPT_TIMEOUT_MS: '9',
    ORG_TIME_ZONE: 'Europe/Hush',
    ADMIN_EMAIL: 'hush',
    ADMIN_PASSWORD: 'hush-hush',
    CAPTURE_TIME: '25:00',
    ALLOW_PRIVATE_TARGETS: 'hush',
    TRUSTED_PROXIES: '-1',
    SECURITY_CONTACT: 'hush@example.org',
    LOG_LEVEL: 'hush',
    SMTP_URL: 'http://hush',
  };
  const result = read(wrong);
  const found = result.ok ? [] : result.failure.faults;
  expect(found.map((fault) => fault.variable).sort()).toEqual(
    [...Object.keys(wrong), 'ENPASS_API_TOKEN', 'MAIL_FROM'].sort(),
  );
  expect(describeFaults(found)).not.toMatch(/hush|70000x|25:00/i);
});

test.each(['nonsense', 'file:', 'mysql://hush', 'postgresql://hush:hush', 'postgresql://[hush'])(
  'DATABASE_URL=%s is one fault',
  (DATABASE_URL) => {
    expect(faults({ DATABASE_URL, AUTH_SECRET: strong, ENCRYPTION_KEY: strong })).toEqual(['DATABASE_URL']);
  },
);

test('a fault makes no file', () => {
  expect(faults({ PORT: 'x' })).toEqual(['PORT']);
  expect(() => statSync(join(root, 'data'))).toThrow('ENOENT');
});

test('secrets are made once, readable by the owner alone, and stay', () => {
  const first = config();
  expect(statSync(join(root, 'data')).mode & 0o777).toBe(0o700);
  for (const name of ['auth-secret', 'encryption-key']) {
    expect(statSync(join(root, 'data', name)).mode & 0o777).toBe(0o600);
  }
  expect(first.authSecret).not.toBe(first.encryptionKeys[0]);
  expect(config()).toEqual(first);
});

test('older keys in the file only follow the current one', () => {
  const [current = ''] = config().encryptionKeys;
  writeFileSync(join(root, 'data', 'encryption-key'), `${strong}\n${current}\n`);
  expect(config().encryptionKeys).toEqual([strong, current]);
});

test('a damaged secret file is refused, not replaced', () => {
  config();
  const file = join(root, 'data', 'encryption-key');
  writeFileSync(file, '');
  expect(faults({})).toEqual(['DATA_DIR']);
  expect(readFileSync(file, 'utf8')).toBe('');
});

test('a data folder that cannot be made is a fault', () => {
  writeFileSync(join(root, 'file'), '');
  expect(faults({ DATA_DIR: join(root, 'file') })).toEqual(['DATA_DIR', 'DATA_DIR']);
});

test('PostgreSQL needs its secrets set', () => {
  const postgres = { DATABASE_URL: 'postgresql://user@127.0.0.1/adoption' };
  expect(faults(postgres)).toEqual(['AUTH_SECRET', 'ENCRYPTION_KEY']);
});

test.each([
  ['postgresql://u@h/d', undefined, 'postgresql://u@h/d?connection_limit=10'],
  ['postgresql://u@h/d?schema=own', '3', 'postgresql://u@h/d?schema=own&connection_limit=3'],
  ['postgresql://u@h/d?connection_limit=5', '3', 'postgresql://u@h/d?connection_limit=5'],
])('the connections of %s are limited by its own word, else by DATABASE_CONNECTIONS', (url, connections, told) => {
  const secrets = { AUTH_SECRET: strong, ENCRYPTION_KEY: strong };
  const env = { DATABASE_URL: url, ...secrets, ...(connections && { DATABASE_CONNECTIONS: connections }) };
  expect(config(env).databaseUrl).toBe(told);
});

test('the previous key only opens', () => {
  const previous = [...strong].reverse().join('');
  expect(config({ ENCRYPTION_KEY: strong, ENCRYPTION_KEY_PREVIOUS: previous }).encryptionKeys).toEqual([
    strong,
    previous,
  ]);
});

test('a private Enpass address needs to be allowed', () => {
  const enpass = { ENPASS_BASE_URL: 'http://127.0.0.1:4000/path', ENPASS_API_TOKEN: 'token' };
  expect(faults(enpass)).toEqual(['ENPASS_BASE_URL']);
  expect(config({ ...enpass, ALLOW_PRIVATE_TARGETS: 'localhost:1, 127.0.0.1:4000' }).enpass).toEqual({
    baseUrl: 'http://127.0.0.1:4000/path',
    token: 'token',
  });
});

const provider = { OIDC_ISSUER: 'https://id.example.com/', OIDC_CLIENT_ID: 'adoption', OIDC_CLIENT_SECRET: 'a secret' };

test('single sign-on is off until it is set, and then as strict as can be', () => {
  expect(config().signIn).toEqual({ mode: 'both', provider: null, factorRequired: new Set() });
  expect(config(provider).signIn.provider).toEqual({
    issuer: 'https://id.example.com/',
    clientId: 'adoption',
    clientSecret: 'a secret',
    name: 'id.example.com',
    defaultRole: 'viewer',
    roles: null,
    domains: [],
    trustEmail: false,
  });
});

test('roles are read from a claim', () => {
  const given = config({ ...provider, OIDC_ROLE_CLAIM: 'realm.roles', OIDC_ROLE_MAP: 'cn=it=ops, board = viewer' });
  expect(given.signIn.provider?.roles).toEqual({
    claim: 'realm.roles',
    map: new Map([
      ['cn=it', 'ops'],
      ['board', 'viewer'],
    ]),
  });
});

test.each([
  ['an issuer without TLS', { ...provider, OIDC_ISSUER: 'http://id.example.com' }, ['OIDC_ISSUER']],
  ['a private issuer', { ...provider, OIDC_ISSUER: 'https://192.168.1.1' }, ['OIDC_ISSUER']],
  ['an issuer of every tenant', { ...provider, OIDC_ISSUER: 'https://login.example.com/common/v2.0' }, ['OIDC_ISSUER']],
  ['sso without a provider', { SIGN_IN: 'sso' }, ['OIDC_ISSUER']],
  ['a map without its claim', { ...provider, OIDC_ROLE_MAP: 'a=admin' }, ['OIDC_ROLE_CLAIM']],
  ['a map of unknown roles', { ...provider, OIDC_ROLE_CLAIM: 'r', OIDC_ROLE_MAP: 'a=king' }, ['OIDC_ROLE_MAP']],
  ['a domain with an at sign', { ...provider, OIDC_ALLOWED_DOMAINS: '@example.com' }, ['OIDC_ALLOWED_DOMAINS']],
  ['a factor for a role nobody has', { REQUIRE_SECOND_FACTOR: 'admin,king' }, ['REQUIRE_SECOND_FACTOR']],
  ['a session of no hour', { SESSION_MAX_HOURS: '0' }, ['SESSION_MAX_HOURS']],
])('%s is a fault', (_what, env, expected) => {
  expect(faults(env)).toEqual(expected);
});

test('nothing is forgotten until somebody says after how many days', () => {
  expect(config().auditRetentionDays).toBeNull();
  expect(config({ AUDIT_RETENTION_DAYS: '30' }).auditRetentionDays).toBe(30);
  for (const days of ['0', '-1', '1.5', 'never']) {
    expect(faults({ AUDIT_RETENTION_DAYS: days })).toEqual(['AUDIT_RETENTION_DAYS']);
  }
});
