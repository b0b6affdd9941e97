import { expect, test } from 'vitest';
import { answerOf } from '@/demo/fake-enpass/answer';
import { countsOn } from '@/demo/fake-enpass/organisation';
import { reading } from './enpass-world';

const today = answerOf(countsOn('2026-11-23'));

test('a read is one POST without a body, with the token and our own user agent', async () => {
  const { fake } = await reading('good');
  expect(fake.requests).toEqual([
    {
      method: 'POST',
      path: '/api/v1/adoption/overview/',
      headers: {
        accept: 'application/json',
        'accept-encoding': 'gzip, deflate, br',
        'user-agent': 'enpass-adoption-history/test',
        connection: 'close',
        'content-length': '0',
        host: new URL(fake.url).host,
      },
      hasToken: true,
      tokenRight: true,
      bodyBytes: 0,
      mode: 'good',
    },
  ]);
});

test.each([
  ['', '/api/v1/adoption/overview/'],
  ['/', '/api/v1/adoption/overview/'],
  ['/admin', '/admin/api/v1/adoption/overview/'],
  ['/admin/eu/', '/admin/eu/api/v1/adoption/overview/'],
  ['/a%20b//', '/a%20b/api/v1/adoption/overview/'],
])('a base URL ending in "%s" leads to %s', async (path, asked) => {
  const { fake, outcome } = await reading('good', { path });
  expect(outcome.ok).toBe(true);
  expect(fake.requests.map((request) => request.path)).toEqual([asked]);
});

test('a wrong token is refused by the vendor, once', async () => {
  const { fake, outcome } = await reading('good', { token: 'another' });
  expect(outcome).toMatchObject({ attempts: 1, failure: { kind: 'token-refused', status: 401 } });
  expect(fake.requests).toMatchObject([{ hasToken: true, tokenRight: false }]);
});

test.each(['', 'two words', 'line\nbreak', 'nul\0', 'tökén', 'X\r\nHost: elsewhere'])(
  'a token that no header can carry (%j) is not sent',
  async (token) => {
    const { fake, outcome } = await reading('good', { token });
    expect(outcome).toMatchObject({ ok: false, attempts: 0, failure: { kind: 'token-refused', status: null } });
    expect(fake.requests).toHaveLength(0);
  },
);

test('the text is the answer byte for byte, byte order mark and white space included', async () => {
  const { outcome } = await reading('bom');
  const sent = Buffer.from(`\uFEFF${JSON.stringify(today, null, 2)}\r\n`);
  expect(outcome.ok && Buffer.from(outcome.value.text).equals(sent)).toBe(true);
});

test.each(['gzip', 'deflate', 'raw-deflate', 'br'] as const)(
  'the text of a %s answer is what was compressed',
  async (mode) => {
    const { outcome } = await reading(mode);
    expect(outcome.ok && outcome.value.text).toBe(JSON.stringify(today));
  },
);

test('unknown fields stay in the text and out of the counts', async () => {
  const { outcome } = await reading('unknown-fields');
  expect(outcome.ok && JSON.parse(outcome.value.text)).toMatchObject({ regions: [{ name: 'Köln' }] });
  expect(outcome.ok && outcome.value.counts).toEqual(countsOn('2026-11-23'));
});
