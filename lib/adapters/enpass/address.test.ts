import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkBaseUrl, guardedLookup } from './address';

const none = new Set<string>();
const kindOf = (raw: string, privateTargets: ReadonlySet<string> = none) => {
  const checked = checkBaseUrl(raw, privateTargets);
  return checked.ok ? 'ok' : checked.failure.kind;
};

describe('a base URL', () => {
  test.each([
    'https://enpass.example',
    'https://enpass.example/',
    'https://enpass.example:8443/some/path/',
    ' https://enpass.example/admin ',
    'HTTPS://ENPASS.EXAMPLE',
    'https://8.8.8.8/',
    'https://[2606:4700::1111]/',
  ])('%s may be asked', (raw) => expect(kindOf(raw)).toBe('ok'));

  test.each([
    ['', 'not-a-url'],
    ['enpass.example', 'not-a-url'],
    ['https://', 'not-a-url'],
    ['ftp://enpass.example', 'not-a-url'],
    ['file:///etc/passwd', 'not-a-url'],
    ['javascript:alert(1)', 'not-a-url'],
    ['http://enpass.example', 'not-https'],
    ['http://127.0.0.1:4010', 'not-https'],
    ['https://ada:secret@enpass.example', 'with-credentials'],
    ['https://ada@enpass.example', 'with-credentials'],
    ['https://enpass.example/?tenant=1', 'with-query'],
    ['https://enpass.example/?', 'with-query'],
    ['https://enpass.example/#api', 'with-query'],
    ['https://localhost', 'private-address'],
    ['https://LOCALHOST.', 'private-address'],
    ['https://api.localhost:8443', 'private-address'],
    ['https://127.0.0.1', 'private-address'],
    ['https://2130706433', 'private-address'],
    ['https://0x7f.1', 'private-address'],
    ['https://127.1', 'private-address'],
    ['https://0', 'private-address'],
    ['https://[::1]', 'private-address'],
    ['https://[::ffff:127.0.0.1]', 'private-address'],
    ['https://10.0.0.8', 'private-address'],
    ['https://169.254.169.254/latest/meta-data', 'private-address'],
    ['https://[fd00:ec2::254]', 'private-address'],
  ])('%s is refused: %s', (raw, kind) => expect(kindOf(raw)).toBe(kind));

  test.each([
    ['http://127.0.0.1:4010', '127.0.0.1:4010', 'ok'],
    ['http://localhost:4010/prefix', 'localhost:4010', 'ok'],
    ['http://[::1]:4010', '[::1]:4010', 'ok'],
    ['https://10.0.0.8', '10.0.0.8:443', 'ok'],
    ['http://10.0.0.8', '10.0.0.8:80', 'ok'],
    ['http://127.0.0.1:4011', '127.0.0.1:4010', 'not-https'],
    ['https://127.0.0.1:4011', '127.0.0.1:4010', 'private-address'],
    ['https://10.0.0.9', '10.0.0.8:443', 'private-address'],
    ['http://8.8.8.8', '8.8.8.8:80', 'private-address'],
  ])('%s with %s listed: %s', (raw, listed, kind) => expect(kindOf(raw, new Set([listed]))).toBe(kind));

  test.each(['sesame', 'http://sesame', 'https://a:sesame@b', 'https://a/?sesame', 'https://sesame.localhost'])(
    '%s is not repeated in the message',
    (raw) => {
      const checked = checkBaseUrl(raw, none);
      expect(checked.ok ? 'accepted: sesame' : checked.failure.message).not.toContain('sesame');
    },
  );

  test('gives a verdict on any text', () => {
    fc.assert(fc.property(fc.string(), (raw) => void expect(typeof kindOf(raw)).toBe('string')));
  });
});

describe('a name looked up when connecting', () => {
  const dialled = (base: string, addresses: readonly string[], listed: ReadonlySet<string> = none) =>
    new Promise((resolve) => {
      const answer = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
      const lookup = guardedLookup(new URL(base), listed, (_, done) => done(null, answer));
      lookup('name', { all: true }, (error, result) => resolve(error === null ? result : error.message));
    });

  test('is dialled at the public addresses it has', async () => {
    expect(await dialled('https://enpass.example', ['93.184.216.34', '2606:2800:220:1::1'])).toHaveLength(2);
  });

  test.each(['127.0.0.1', '10.1.2.3', '169.254.169.254', '::1', '::ffff:10.0.0.1', 'fe80::1', '0.0.0.0', 'nonsense'])(
    'is refused at %s',
    async (address) => expect(await dialled('https://enpass.example', [address])).toBe('private-address'),
  );

  test('is refused when only one of its addresses is private', async () => {
    expect(await dialled('https://enpass.example', ['93.184.216.34', '192.168.0.1'])).toBe('private-address');
  });

  const listed = new Set(['enpass.intern:443', 'enpass.intern:80']);

  test('may be private where its name is listed, on that port only', async () => {
    expect(await dialled('https://enpass.intern', ['10.1.2.3'], listed)).toHaveLength(1);
    expect(await dialled('https://enpass.intern:8443', ['10.1.2.3'], listed)).toBe('private-address');
  });

  test('never leads to link-local or metadata addresses, listed or not', async () => {
    expect(await dialled('https://enpass.intern', ['169.254.169.254'], listed)).toBe('private-address');
  });

  test('is never dialled unencrypted at a public address', async () => {
    expect(await dialled('http://enpass.intern', ['93.184.216.34'], listed)).toBe('private-address');
    expect(await dialled('http://enpass.intern', ['10.1.2.3'], listed)).toHaveLength(1);
  });

  test('without an address is not found', async () => {
    const lookup = guardedLookup(new URL('https://enpass.example'), none, (_, done) => done(null, []));
    const code = await new Promise((resolve) => lookup('name', {}, (error) => resolve(error?.code)));
    expect(code).toBe('ENOTFOUND');
  });
});
