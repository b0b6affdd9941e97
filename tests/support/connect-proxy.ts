import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import https from 'node:https';
import { type AddressInfo, connect, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';

export type ConnectProxy = {
  readonly url: string;
  /** What was asked for with CONNECT, and with which name and password. */
  readonly asked: { target: string; authorization: string | null }[];
  /** All that went through it towards the far end. */
  sent(): Buffer;
  close(): Promise<void>;
};

type Options = {
  /** Where a target is really reached; the target itself where nothing is said. */
  readonly lead?: (target: string) => string;
  /** How CONNECT is answered instead of connecting; raw, or never where empty. */
  readonly answer?: string;
  readonly tls?: { readonly key: string; readonly cert: string };
};

/** A real HTTP proxy that knows CONNECT alone, as companies run them. */
export async function startConnectProxy({ lead = (to) => to, answer, tls }: Options = {}): Promise<ConnectProxy> {
  const asked: ConnectProxy['asked'] = [];
  const chunks: Buffer[] = [];
  const sockets = new Set<Duplex>();
  const server = tls === undefined ? createServer() : https.createServer(tls);
  server.on('connection', (socket: Socket) => hold(socket));
  const hold = (socket: Duplex) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy());
  };
  server.on('connect', (request: IncomingMessage, client: Duplex) => {
    hold(client);
    const target = request.url ?? '';
    asked.push({ target, authorization: request.headers['proxy-authorization'] ?? null });
    if (answer !== undefined) return void (answer === '' || client.end(answer));
    const to = new URL(`http://${lead(target)}`);
    const upstream = connect(Number(to.port || 80), to.hostname.replace(/^\[|\]$/g, ''));
    hold(upstream);
    upstream.on('connect', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      client
        .on('data', (chunk: Buffer) => chunks.push(chunk))
        .pipe(upstream)
        .pipe(client);
    });
    upstream.on('error', () => client.end('HTTP/1.1 502 Bad Gateway\r\n\r\n'));
    client.on('close', () => upstream.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    sent: () => Buffer.concat(chunks),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
