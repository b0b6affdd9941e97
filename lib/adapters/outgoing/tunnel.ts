import http, { type IncomingMessage, type RequestOptions } from 'node:http';
import https from 'node:https';
import { isIP, type Socket } from 'node:net';
import tls, { type TLSSocket } from 'node:tls';

type Asked = {
  readonly proxy: URL;
  readonly host: string;
  readonly port: number;
  readonly signal: AbortSignal | undefined;
};

/** The proxy failed us; `code` is `PROXY_` and its status, or what the network said of it. Nothing was sent to whom we wanted to ask. */
export class ProxyError extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

/** A connection through a proxy (CONNECT), encrypted from here to the far end, whose certificate is checked here. */
export async function tunnelTo(asked: Asked): Promise<TLSSocket> {
  const socket = await connected(asked);
  return encrypted(socket, asked);
}

function connected({ proxy, host, port, signal }: Asked): Promise<Socket> {
  const { request } = proxy.protocol === 'https:' ? https : http;
  const target = `${isIP(host) === 6 ? `[${host}]` : host}:${port}`;
  const options: RequestOptions = {
    method: 'CONNECT',
    path: target,
    headers: { Host: target, ...authorization(proxy) },
    agent: false,
    ...(signal === undefined ? {} : { signal }),
  };
  return new Promise((resolve, reject) => {
    const sent = request({ ...options, ...placeOf(proxy) });
    const fail = (code: string) => {
      sent.destroy();
      reject(new ProxyError(`PROXY_${code}`));
    };
    let interim = 0;
    sent.on('information', () => {
      interim += 1;
      if (interim > maxInterim) fail('ODD_ANSWER');
    });
    sent.on('connect', ({ statusCode = 0 }: IncomingMessage, socket: Socket, head: Buffer) => {
      if (statusCode >= 200 && statusCode < 300 && head.length === 0) return resolve(socket);
      socket.destroy();
      // Nobody on the other side speaks before we do.
      fail(head.length > 0 && statusCode < 300 ? 'ODD_ANSWER' : String(statusCode));
    });
    sent.on('response', () => fail('ODD_ANSWER')).on('upgrade', () => fail('ODD_ANSWER'));
    sent.on('error', (error) => fail(codeOf(error))).end();
  });
}

/** Answers before the real one, which a proxy has no reason to send. */
const maxInterim = 10;

/** Never more of the address than this: a name and a password in it are for the proxy alone. */
const placeOf = ({ protocol, hostname, port }: URL) => ({
  host: hostname.replace(/^\[|\]$/g, ''),
  port: port || (protocol === 'https:' ? 443 : 80),
});

function authorization({ username, password }: URL): Record<string, string> {
  if (username === '' && password === '') return {};
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { 'Proxy-Authorization': `Basic ${Buffer.from(pair).toString('base64')}` };
}

function encrypted(socket: Socket, { host, signal }: Asked): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    const name = isIP(host) === 0 ? { servername: host } : {};
    const secure = tls.connect({ socket, host, ...name, rejectUnauthorized: true, ALPNProtocols: ['http/1.1'] });
    const give = (error: Error) => {
      secure.destroy();
      reject(error);
    };
    const stop = () => give(new Error('stopped'));
    if (signal?.aborted) return stop();
    signal?.addEventListener('abort', stop, { once: true });
    secure.once('error', give).once('secureConnect', () => {
      signal?.removeEventListener('abort', stop);
      secure.off('error', give);
      resolve(secure);
    });
  });
}

const codeOf = (error: Error): string =>
  'code' in error && typeof error.code === 'string' && /^[A-Z][A-Z0-9_]{1,50}$/.test(error.code)
    ? error.code
    : 'BROKEN';
