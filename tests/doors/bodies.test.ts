import { once } from 'node:events';
import { request as ask } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import config from '@/next.config.mjs';
import type { Application } from '@/server/application';
import { bodyLimits } from '@/server/body-limits';
import { edgeServer } from '../support/edge-server';

const MiB = 1024 * 1024;
const own = { 'sec-fetch-site': 'same-origin' };
const pages = ['/', '/sign-in', '/settings/people', '/weeks/2026-W40', '/runs'];
const programs = ['/api/v1/targets', '/api/v1/import', '/api/nothing-here', '/api/auth/callback/credentials'];

/** What Next got to read. */
let read: { length: string | undefined; bytes: number } | null = null;
let may: Awaited<ReturnType<Application['mayBringFile']>> = 'not-signed-in';
let server: Awaited<ReturnType<typeof edgeServer>>;
beforeAll(async () => {
  server = await edgeServer(
    async (request, response) => {
      const body = await text(request);
      read = { length: request.headers['content-length'], bytes: Buffer.byteLength(body) };
      response.end('read');
    },
    { mayBringFile: async () => may },
  );
});
afterAll(() => server.close());
beforeEach(() => {
  read = null;
  may = 'not-signed-in';
});

type How = { readonly bytes: number; readonly method?: string; readonly isHidden?: boolean };

/** Sends a body of that many bytes, without a word of its length if hidden. */
async function send(path: string, { bytes, method = 'POST', isHidden = false }: How) {
  const body = Buffer.alloc(bytes, 'x');
  const given = isHidden ? { body: new Blob([body]).stream(), duplex: 'half' as const } : { body };
  const answer = await fetch(server.origin + path, { method, headers: own, ...given });
  return { status: answer.status, words: await answer.text(), type: answer.headers.get('content-type') };
}

test.each([...pages, ...programs].flatMap((path) => [false, true].map((isHidden) => ({ path, isHidden }))))(
  'a stranger’s 12 MB reach nobody: $path, length hidden: $isHidden',
  async ({ path, isHidden }) => {
    const { status } = await send(path, { bytes: 12 * MiB, isHidden });
    expect(status).toBe(isHidden && ['/runs', '/api/v1/import'].includes(path) ? 401 : 413);
    expect(read).toBeNull();
  },
);

test.each(['PUT', 'PATCH', 'DELETE'])('with %s, too', async (method) => {
  expect((await send('/api/v1/connection', { bytes: 12 * MiB, method })).status).toBe(413);
  expect(read).toBeNull();
});

test.each([
  ['/api/auth/callback/credentials', bodyLimits.auth],
  ['/sign-in', bodyLimits.form],
  ['/api/v1/annotations', bodyLimits.form],
  ['/runs', bodyLimits.form],
])('%s takes %d bytes from anybody and not one more, told or counted', async (path, most) => {
  for (const isHidden of path === '/runs' ? [false] : [false, true]) {
    expect((await send(path, { bytes: most, isHidden })).status).toBe(200);
    expect(read).toEqual({ length: String(most), bytes: most });
    read = null;
    expect((await send(path, { bytes: most + 1, isHidden })).status).toBe(path === '/runs' ? 401 : 413);
    expect(read).toBeNull();
  }
});

test.each(['/runs', '/api/v1/import'])(
  'who may import brings 8 MiB to %s and no more, told or counted',
  async (path) => {
    may = 'yes';
    for (const isHidden of [false, true]) {
      expect((await send(path, { bytes: bodyLimits.file, isHidden })).status).toBe(200);
      expect(read).toEqual({ length: String(bodyLimits.file), bytes: bodyLimits.file });
      read = null;
      expect((await send(path, { bytes: bodyLimits.file + 1, isHidden })).status).toBe(413);
      expect(read).toBeNull();
    }
  },
);

test('whoever is not known, may not, or cannot be judged hears why', async () => {
  const told = async (path: string) => (await send(path, { bytes: MiB })).status;
  expect([await told('/runs'), await told('/api/v1/import')]).toEqual([401, 401]);
  may = 'not-allowed';
  expect([await told('/runs'), await told('/api/v1/import')]).toEqual([403, 403]);
  may = 'database-away';
  expect([await told('/runs'), await told('/api/v1/import')]).toEqual([503, 503]);
});

test('programs hear it as a problem, people in words', async () => {
  const problem = await send('/api/v1/targets', { bytes: MiB });
  expect(problem.type).toBe('application/problem+json');
  expect(JSON.parse(problem.words)).toMatchObject({ kind: 'too-large', status: 413, requestId: expect.any(String) });
  const words = await send('/sign-in', { bytes: MiB });
  expect(words.type).toBe('text/plain; charset=utf-8');
  expect(words.words).toMatch(/^Too large\. .*8 MB.*16 KiB.*64 KiB.*\nRequest: [\w-]+\n$/);
});

test('Next’s own limit is the largest, so that it never has to refuse', () => {
  expect(config.experimental?.serverActions?.bodySizeLimit).toBe('8mb');
  expect(bodyLimits.file).toBe(8 * MiB);
});

test('who asks before sending is refused before sending, or told to go on', async () => {
  const asking = async (path: string, bytes: number) => {
    const headers = { ...own, Expect: '100-continue', 'Content-Length': bytes };
    const asked = ask(server.origin + path, { method: 'POST', headers });
    let wentOn = false;
    asked.once('continue', () => {
      wentOn = true;
      asked.end(Buffer.alloc(bytes));
    });
    asked.flushHeaders();
    const [answer] = await once(asked, 'response');
    answer.resume();
    asked.destroy();
    return [wentOn, answer.statusCode];
  };
  expect(await asking('/sign-in', 12 * MiB)).toEqual([false, 413]);
  expect(await asking('/sign-in', 1000)).toEqual([true, 200]);
});

test.each(['h2c', 'websocket'])('who asks for an upgrade to %s is answered as HTTP/1.1', async (protocol) => {
  const socket = connect(server.port, '127.0.0.1');
  socket.end(`GET / HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: ${protocol}\r\n\r\n`);
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
});
