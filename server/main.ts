import { Console } from 'node:console';
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { setFlagsFromString } from 'node:v8';
import { answerWith } from './answer';
import { borrowed } from './application';
import { listen, tryPort } from './listen';
import { refuseToStart } from './refuse-to-start';

// lib/runtime/lifecycle.ts ends the process in order; this is for the case that it is stuck or not there yet.
const patienceMs = 13_000;

type Options = { readonly root: string; readonly dev?: boolean };

/**
 * Serves the application in this very process: a signal, a crash and the exit code need no passing on, and nothing can be
 * left behind. The port is tried before the application starts, so that a second server on a taken port ends before it
 * touches the database, and opens when it has started: what could not start was never there.
 */
export async function serve({ root, dev = false }: Options): Promise<void> {
  process.chdir(root);
  if (!dev) prepareProcess();
  const { listener, open } = waitingRoom();
  const server = createServer(listener);
  const hostname = process.env.HOST || '127.0.0.1';
  const port = await tryPort(hostname);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop(server));
  Object.assign(process.env, { NEXT_TELEMETRY_DISABLED: '1' });
  const { default: next } = await import('next');
  const app = next({ dev, dir: root, hostname, port, httpServer: server });
  await app.prepare().catch(refuseToStart);
  open(answerWith(app.getRequestHandler(), await borrowed().catch(refuseToStart)));
  await listen(server, hostname);
  if (!dev) setFlagsFromString('--semi-space-growth-factor=2');
  announce(port);
}

function prepareProcess(): void {
  // What loading leaves behind would let V8 set 30 MB aside for the short-lived, which a server that waits never needs.
  setFlagsFromString('--semi-space-growth-factor=1');
  Object.assign(process.env, { NODE_ENV: 'production' });
  // Standard output is the log's alone (one JSON line per event); whatever else speaks goes to standard error.
  globalThis.console = new Console(process.stderr, process.stderr);
}

/** The server is made before what answers for it: Next, in development, listens for upgrades on it. */
function waitingRoom(): { listener: RequestListener; open: (answer: RequestListener) => void } {
  let answer: RequestListener | undefined;
  let open: (answer: RequestListener) => void = () => undefined;
  const opened = new Promise<RequestListener>((resolve) => {
    open = resolve;
  });
  void opened.then((given) => {
    answer = given;
  });
  const listener = async (request: IncomingMessage, response: ServerResponse) =>
    (answer ?? (await opened))(request, response);
  return { listener, open };
}

function stop(server: Server): void {
  // A service manager signals every process of a service, and who started this one passes it on: the second must not end it.
  process.on('SIGTERM', () => undefined);
  server.close();
  setInterval(() => server.closeIdleConnections(), 100).unref();
  setTimeout(() => process.exit(0), patienceMs).unref();
}

function announce(port: number): void {
  const url = process.env.PUBLIC_URL || `http://localhost:${port}`;
  const line = process.stdout.isTTY
    ? `Serving ${url} (stop with Ctrl+C)`
    : JSON.stringify({ level: 'info', time: new Date().toISOString(), url, msg: 'serving' });
  process.stdout.write(`${line}\n`);
}
