import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { body, encoded, endless, json, type Reply, raw, rawEndless, status } from './replies';

const mebibyte = 1024 * 1024;
const hourMs = 3_600_000;

/** Everything the fake can do when asked properly. Accepted answers first, then each way to fail. */
export const modes = {
  good: json((answer) => answer),
  slow: (exchange) => void setTimeout(() => modes.good(exchange), 1_000),
  gzip: encoded('gzip', (plain) => gzipSync(plain)),
  deflate: encoded('deflate', (plain) => deflateSync(plain)),
  'raw-deflate': encoded('deflate', (plain) => deflateRawSync(plain)),
  br: encoded('br', (plain) => brotliCompressSync(plain)),
  bom: body((answer) => `\uFEFF${JSON.stringify(answer, null, 2)}\r\n`),
  'unknown-fields': json((answer) => ({
    ...answer,
    error: false,
    code: 'adoption_overview',
    regions: [{ name: 'Köln', users: 12.5 }],
    enpass_active_users: { ...answer.enpass_active_users, dormant_users: null },
  })),
  'duplicate-keys': body((answer) => JSON.stringify(answer).replace('"total_license"', '"total_license":1,$&')),
  'wrong-content-type': body((answer) => JSON.stringify(answer), { 'Content-Type': 'image/png' }),
  'no-content-type': body((answer) => JSON.stringify(answer), {}),
  'inconsistent-sums': json((answer) => ({
    ...answer,
    enpass_active_users: { ...answer.enpass_active_users, inactive_users: 9_999 },
  })),
  'all-zeros': body((answer) => JSON.stringify(answer).replace(/\d+/g, '0')),
  'one-byte-chunks': ({ answer, response }) => {
    response.writeHead(200, { 'Content-Type': 'application/json' });
    for (const byte of Buffer.from(JSON.stringify(answer))) response.write(Buffer.of(byte));
    response.end();
  },

  'no-date': (exchange) => {
    exchange.response.sendDate = false;
    exchange.response.removeHeader('Date');
    json((answer) => answer)(exchange);
  },
  'odd-date': dated(() => 'Yesterday, about noon'),
  'clock-hours-behind': dated((now) => new Date(now.getTime() - 5 * hourMs).toUTCString()),
  'clock-days-behind': dated((now) => new Date(now.getTime() - 48 * hourMs).toUTCString()),
  'clock-days-ahead': dated((now) => new Date(now.getTime() + 72 * hourMs).toUTCString()),

  'until-close': raw((answer) => `HTTP/1.0 200 OK\r\n\r\n${JSON.stringify(answer)}`),
  'extra-bytes': raw((answer) => {
    const text = JSON.stringify(answer);
    return `HTTP/1.1 200 OK\r\nContent-Length: ${text.length}\r\n\r\n${text}HTTP/1.1 500 Surprise\r\n\r\n`;
  }),

  '401': status(401),
  '403': status(403),
  '404': status(404),
  '405': status(405),
  '408': status(408),
  '429': status(429),
  '429-retry-after': status(429, () => ({ 'Retry-After': '1' })),
  '429-retry-after-long': status(429, () => ({ 'Retry-After': '3600' })),
  '429-retry-date': status(429, ({ now }) => ({ 'Retry-After': new Date(now.getTime() + 2_000).toUTCString() })),
  '429-retry-nonsense': status(429, () => ({ 'Retry-After': 'tomorrow, perhaps' })),
  '500': status(500),
  '501': status(501),
  '502': status(502),
  '503': status(503),
  '503-retry-after': status(503, () => ({ 'Retry-After': '1' })),
  '504': status(504),
  '999': raw(() => 'HTTP/1.1 999 Beyond\r\nContent-Length: 0\r\n\r\n'),

  redirect: status(307, ({ trapUrl }) => ({ Location: `${trapUrl}/api/v1/adoption/overview/` })),
  'redirect-301': status(301, ({ trapUrl }) => ({ Location: `${trapUrl}/api/v1/adoption/overview/` })),
  'not-modified': ({ response }) => void response.writeHead(304).end(),

  'never-answers': () => undefined,
  'headers-then-nothing': ({ response }) => {
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': 700 }).flushHeaders();
  },
  'slow-drip': ({ answer, response }) => {
    const bytes = Buffer.from(JSON.stringify(answer));
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': bytes.length });
    let sent = 0;
    const timer = setInterval(() => void response.write(bytes.subarray(sent, ++sent)), 40);
    response.on('close', () => clearInterval(timer));
  },
  'endless-interim': rawEndless('', 'HTTP/1.1 102 Processing\r\n\r\n'),
  'endless-trailers': rawEndless('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n', 'X-More: 1\r\n'),
  'endless-chunk-extension': rawEndless('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;', 'more'),
  'endless-500': rawEndless('HTTP/1.1 500 Trouble\r\n\r\n', 'trouble '),
  'endless-html': rawEndless('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n', '<p>'),
  'endless-status-line': rawEndless('HTTP/1.1 200 ', 'OK'),

  'not-http': raw(() => 'SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n'),
  'absurd-headers': raw(() => `HTTP/1.1 200 OK\r\nX-Absurd: ${'a'.repeat(mebibyte)}\r\n\r\n`),
  'many-headers': raw(() => `HTTP/1.1 200 OK\r\n${'X-Many: 1\r\n'.repeat(20_000)}\r\n`),
  upgrade: raw(() => 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n'),
  'two-lengths': raw((answer) => {
    const text = JSON.stringify(answer);
    return `HTTP/1.1 200 OK\r\nContent-Length: ${text.length}\r\nContent-Length: 5\r\n\r\n${text}`;
  }),
  reset: ({ response }) => void response.socket?.resetAndDestroy(),
  'closed-at-once': ({ response }) => void response.socket?.destroy(),
  'reset-mid-body': ({ answer, response }) => {
    const text = JSON.stringify(answer);
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': text.length });
    response.write(text.slice(0, 300), () => setTimeout(() => response.socket?.resetAndDestroy(), 10));
  },
  truncated: raw((answer) => {
    const text = JSON.stringify(answer);
    return `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ${text.length + 100}\r\n\r\n${text}`;
  }),
  'truncated-chunks': raw((answer) => {
    const text = JSON.stringify(answer);
    return `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n${text.length.toString(16)}\r\n${text}\r\n`;
  }),

  'ten-megabytes': body((answer) => JSON.stringify({ ...answer, padding: 'x'.repeat(10 * mebibyte) })),
  'gzip-bomb': body(() => gzipBomb(), { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' }),
  'br-bomb': body(() => brBomb(), { 'Content-Type': 'application/json', 'Content-Encoding': 'br' }),
  endless: endless({ 'Content-Type': 'application/json' }, Buffer.alloc(64 * 1024, ' ')),
  'endless-one-byte-chunks': endless({ 'Content-Type': 'application/json' }, Buffer.from(' ')),

  html: body(() => signInPage, { 'Content-Type': 'text/html; charset=utf-8' }),
  'html-as-json': body(() => signInPage),
  'json-as-html': body((answer) => JSON.stringify(answer), { 'Content-Type': 'text/html' }),
  empty: body(() => ''),
  'no-content': ({ response }) => void response.writeHead(204).end(),
  'cut-json': body((answer) => JSON.stringify(answer).slice(0, -40)),
  'two-documents': body((answer) => `${JSON.stringify(answer)}\n${JSON.stringify(answer)}`),
  'not-utf8': body((answer) => Buffer.from(JSON.stringify({ ...answer, city: 'Köln' }), 'latin1')),
  utf16: body((answer) => Buffer.from(`\uFEFF${JSON.stringify(answer)}`, 'utf16le')),
  'bad-gzip': body((answer) => JSON.stringify(answer), {
    'Content-Type': 'application/json',
    'Content-Encoding': 'gzip',
  }),
  'cut-gzip': encoded('gzip', (plain) => gzipSync(plain).subarray(0, -12)),
  'unknown-compression': encoded('zstd', (plain) => plain),
  'odd-compression': encoded('constructor', (plain) => plain),

  'error-true': body(() => '{"error":true,"code":"unknown_error","description":"UPSTREAM-WORDS"}'),
  'error-true-with-counts': json((answer) => ({ error: true, ...answer })),
  'json-null': body(() => 'null'),
  'json-array': json((answer) => [answer]),
  'deep-json': body(() => `${'['.repeat(400_000)}${']'.repeat(400_000)}`),
  'wrong-types': body((answer) => JSON.stringify(answer).replace(/\d+/g, '"$&"')),
  'missing-object': json(({ enpass_app_usage_overview: _, ...others }) => others),
  'missing-field': body((answer) => JSON.stringify({ ...answer, enpass_active_users: { total_users: 320 } })),
  'null-count': usingEnpass('null'),
  negative: usingEnpass('-1'),
  float: usingEnpass('260.5'),
  huge: usingEnpass('10000001'),
  infinite: usingEnpass('1e999'),
} as const satisfies Record<string, Reply>;

export type ModeName = keyof typeof modes;

export const isMode = (name: unknown): name is ModeName => typeof name === 'string' && Object.hasOwn(modes, name);

/** Today's answer, dated by another clock. */
function dated(date: (now: Date) => string): Reply {
  return (exchange) => {
    exchange.response.setHeader('Date', date(exchange.now));
    json((answer) => answer)(exchange);
  };
}

/** Today's answer with another value for `using_enpass`, as JSON text. */
function usingEnpass(value: string): Reply {
  return body((answer) => JSON.stringify(answer).replace(/"using_enpass":\d+/, `"using_enpass":${value}`));
}

/** One gibibyte in about as many kilobytes, all of it JSON's white space: 100 gzip members of ten mebibytes. */
function gzipBomb(): Buffer {
  const member = gzipSync(Buffer.alloc(10 * mebibyte, ' '));
  return Buffer.concat(Array.from({ length: 80 }, () => member));
}

const brBomb = (): Buffer => brotliCompressSync(Buffer.alloc(64 * mebibyte, ' '), { params: { 1: 1 } });

const signInPage = '<!doctype html><title>Sign in</title><h1>Please sign in to the proxy</h1>';
