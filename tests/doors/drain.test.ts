import { once } from 'node:events';
import { Agent, createServer, get, type IncomingMessage, type RequestListener } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { drainOf } from '@/server/drain';

async function drained(listener: RequestListener) {
  const server = createServer();
  const drain = drainOf(server);
  server.on('request', drain.watched(listener));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { begin: drain.begin, url: `http://127.0.0.1:${port}/` };
}

async function ask(
  url: string,
  agent: Agent,
): Promise<{ status: number; body: string; connection: string | undefined }> {
  const [answer] = (await once(get(url, { agent }), 'response')) as [IncomingMessage];
  return { status: answer.statusCode ?? 0, body: await text(answer), connection: answer.headers.connection };
}

test('of forty requests under way none is cut, each in two halves with a second between them', async () => {
  const { begin, url } = await drained(async (_, response) => {
    response.write('first ');
    await wait(1_000);
    response.end('second');
  });
  const agent = new Agent({ keepAlive: true, maxSockets: 40 });
  const asked = Array.from({ length: 40 }, () => ask(url, agent));
  // Not one of them was read yet: they lie in the system's queue.
  const ended = begin(10_000);
  const answers = await Promise.all(asked);
  expect(answers.every(({ status, body }) => status === 200 && body === 'first second')).toBe(true);
  await ended;
  await expect(ask(url, new Agent())).rejects.toThrow('ECONNREFUSED');
  agent.destroy();
});

test('what lies unread while the process is busy for longer than its patience is answered, too', async () => {
  const { begin, url } = await drained((_, response) => void response.end('answer'));
  const agent = new Agent({ keepAlive: true, maxSockets: 20 });
  const ask20 = () => Promise.all(Array.from({ length: 20 }, () => ask(url, agent)));
  await ask20();
  await expect.poll(() => Object.values(agent.freeSockets).flat().length).toBe(20);
  const asked = ask20();
  const ended = begin(10_000);
  // The requests are written, and nobody has read them yet.
  await new Promise<void>((resolve) => process.nextTick(resolve));
  for (const until = performance.now() + 700; performance.now() < until; );
  expect((await asked).map(({ status, connection }) => `${status} ${connection}`)).toEqual(Array(20).fill('200 close'));
  await ended;
  agent.destroy();
});

test('a connection kept alive is told to close with its next answer, and closed when it asks nothing', async () => {
  const { begin, url } = await drained((_, response) => void response.end('answer'));
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  expect((await ask(url, agent)).connection).toBe('keep-alive');
  const silent = new Agent({ keepAlive: true, maxSockets: 1 });
  await ask(url, silent);
  const [socket] = Object.values(silent.freeSockets).flat();
  const ended = begin(5_000);
  expect(await ask(url, agent)).toMatchObject({ status: 200, body: 'answer', connection: 'close' });
  await ended;
  if (socket !== undefined && !socket.destroyed) await once(socket, 'close');
});

test('who takes too long is not waited for', async () => {
  const { begin, url } = await drained(() => {});
  const agent = new Agent();
  const asked = ask(url, agent).catch(() => 'cut');
  const ended = begin(1_000).then(() => 'given up');
  expect(await Promise.race([ended, asked, wait(8_000, 'waited for')])).toBe('given up');
  agent.destroy();
  expect(await asked).toBe('cut');
});
