import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { isMode, type ModeName, modes } from './modes';
import type { RecordedRequest } from './recorded-request';

type Control = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly requests: readonly RecordedRequest[];
  readonly setMode: (mode: readonly ModeName[]) => void;
};

/** For browser tests and demos in another process: `POST /__fake/mode` {"mode": name or list}, `GET /__fake/requests`. Loopback only. */
export async function readControl({ request, response, requests, setMode }: Control): Promise<void> {
  const send = (status: number, value: unknown) =>
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(value));
  if (!/^(::1|(::ffff:)?127\.\S+)$/.test(request.socket.remoteAddress ?? '')) return void send(403, { error: true });
  if (request.method === 'GET' && request.url === '/__fake/requests') return void send(200, requests);
  if (request.method !== 'POST' || request.url !== '/__fake/mode') return void send(404, { error: true });
  const wanted = modesIn(await text(request));
  if (wanted === null) return void send(400, { error: true, modes: Object.keys(modes) });
  setMode(wanted);
  send(200, { mode: wanted });
}

function modesIn(body: string): readonly ModeName[] | null {
  try {
    const { mode } = JSON.parse(body) as { mode?: unknown };
    const wanted = Array.isArray(mode) ? mode : [mode];
    return wanted.length > 0 && wanted.every(isMode) ? wanted : null;
  } catch {
    return null;
  }
}
