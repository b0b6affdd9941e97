import http, { type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import https from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { type Day, dayIn } from '@/lib/domain/day';
import { answerOf } from './answer';
import { readControl } from './control';
import { type ModeName, modes } from './modes';
import { countsOn, defaultStart } from './organisation';
import type { RecordedRequest } from './recorded-request';
import { status } from './replies';

/** What arrived, without the token. */
export type FakeEnpassOptions = {
  readonly port?: number;
  readonly host?: string;
  readonly token?: string;
  readonly mode?: ModeName | readonly ModeName[];
  readonly now?: () => Date;
  /** The roll-out's first day (YYYY-MM-DD), see organisation.ts. */
  readonly start?: Day;
  readonly tls?: { readonly key: string; readonly cert: string };
};

export type FakeEnpass = {
  readonly url: string;
  readonly port: number;
  readonly token: string;
  readonly requests: readonly RecordedRequest[];
  /** Whatever followed a redirect ended up here. */
  readonly trapped: readonly RecordedRequest[];
  readonly trapUrl: string;
  /** Connections nobody has closed yet. */
  openConnections(): number;
  /** One mode for all requests from now on, or one each in order, of which the last stays. */
  setMode(mode: ModeName | readonly ModeName[]): void;
  close(): Promise<void>;
};

/** A real HTTP server that speaks as Enpass does, or fails in one of the ways `modes.ts` lists. */
export async function startFakeEnpass(options: FakeEnpassOptions = {}): Promise<FakeEnpass> {
  const {
    token = 'fake-enpass-token-7q2f',
    host = '127.0.0.1',
    start = defaultStart,
    now = () => new Date(),
  } = options;
  const requests: RecordedRequest[] = [];
  const trapped: RecordedRequest[] = [];
  let queue: readonly ModeName[] = [];
  const setMode = (mode: ModeName | readonly ModeName[]) => {
    queue = typeof mode === 'string' ? [mode] : mode;
  };
  setMode(options.mode ?? 'good');
  const trap = await listen({ host, port: 0 }, (request, response) => {
    trapped.push(recorded(request, token, 'redirect'));
    response.end();
  });
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    const [mode = 'good', ...later] = queue;
    if (later.length > 0) queue = later;
    requests.push(recorded(request, token, mode));
    const day = dayIn(now(), 'UTC');
    // As a server dates its answers, by this one's own clock.
    response.setHeader('Date', now().toUTCString());
    const exchange = { answer: answerOf(countsOn(day, start)), response, trapUrl: trap.url, now: now() };
    (refusalFor(request, token) ?? modes[mode])(exchange);
  };
  const server = await listen({ host, port: options.port ?? 0, tls: options.tls }, (request, response) =>
    request.url?.startsWith('/__fake/')
      ? readControl({ request, response, requests, setMode })
      : answer(request, response),
  );
  const close = async () => void (await Promise.all([server.close(), trap.close()]));
  const { url, port, openConnections } = server;
  return { url, port, token, requests, trapped, trapUrl: trap.url, openConnections, setMode, close };
}

/** What Enpass answers before anything else matters. The path may have any prefix: base URLs may carry one. */
function refusalFor(request: IncomingMessage, token: string) {
  if (!request.url?.endsWith('/api/v1/adoption/overview/')) return status(404);
  if (request.method !== 'POST') return status(405);
  return request.headers.authorization === `Bearer ${token}` ? null : status(401);
}

function recorded(request: IncomingMessage, token: string, mode: ModeName): RecordedRequest {
  const { authorization, ...headers } = request.headers;
  return {
    method: request.method ?? '',
    path: request.url ?? '',
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
    hasToken: authorization !== undefined,
    tokenRight: authorization === `Bearer ${token}`,
    bodyBytes: Number(request.headers['content-length'] ?? 0),
    mode,
  };
}

type Place = { host: string; port: number; tls?: FakeEnpassOptions['tls'] };

async function listen({ host, port, tls }: Place, listener: RequestListener) {
  const server = tls === undefined ? http.createServer(listener) : https.createServer(tls, listener);
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    // Broken connections are this server's trade.
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
  return {
    url: `${tls === undefined ? 'http' : 'https'}://${host}:${address.port}`,
    port: address.port,
    openConnections: () => sockets.size,
    close,
  };
}
