import { Console } from 'node:console';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { setFlagsFromString } from 'node:v8';
import { answerWith } from './answer';
import { borrowed } from './application';
import { limitConnections } from './connection-limits';
import { type Drain, drainOf } from './drain';
import { listen, tryPort } from './listen';
import { putOthersInJson } from './others-in-json';
import { outliveReaders } from './outlive-readers';
import { refuseToStart } from './refuse-to-start';
import { say } from './say';

// The contract gives 15 s from SIGTERM to the end: what is being answered has most of it, then the world closes.
const answeringMs = 11_500;
const patienceMs = 13_500;

type Options = { readonly root: string; readonly dev?: boolean };

/**
 * Serves the application in this very process: a signal, a crash and the exit code need no passing on, and nothing can be
 * left behind. The port is tried before the application starts, so that a second server on a taken port ends before it
 * touches the database, and opens when it has started: what could not start was never there.
 */
export async function serve({ root, dev = false }: Options): Promise<void> {
  process.chdir(root);
  outliveReaders();
  if (!dev) prepareProcess();
  const { listener, open } = waitingRoom();
  const server = createServer();
  const drain = drainOf(server);
  const answer = drain.watched(listener);
  server.on('request', answer);
  // Who asks first whether a body may come hears it once that is judged.
  server.on('checkContinue', answer);
  limitConnections(server);
  const hostname = process.env.HOST || '127.0.0.1';
  const port = await tryPort(hostname);
  // A service manager signals every process of a service, and who started this one passes it on: a second SIGTERM changes
  // nothing. Who presses Ctrl+C twice has waited enough.
  process.on(
    'SIGTERM',
    once(() => void stop(drain)),
  );
  process.once('SIGINT', () => void stop(drain));
  Object.assign(process.env, { NEXT_TELEMETRY_DISABLED: '1' });
  const { default: next } = await import('next');
  const app = next({ dev, dir: root, hostname, port, httpServer: dev ? server : nobodysServer() });
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
  // Standard output is the log's alone: one JSON line per event. On a terminal whatever else speaks goes beside it.
  if (process.stdout.isTTY) globalThis.console = new Console(process.stderr, process.stderr);
  else putOthersInJson();
}

/**
 * Next listens for WebSockets on the server it is given, for development alone, and drops whoever asks for another upgrade,
 * as Java's and curl's clients do of HTTP/2. Where nobody listens, Node answers them as HTTP/1.1.
 */
const nobodysServer = () => createServer();

/** Whoever comes before the doors open waits, and is answered as everybody after. */
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

function once(work: () => void): () => void {
  let done = false;
  return () => {
    if (!done) work();
    done = true;
  };
}

/** Ends when everybody has their answer and the world is closed; later than `patienceMs` in no case, such as while it is still starting. */
async function stop(drain: Drain): Promise<void> {
  setTimeout(() => process.exit(0), patienceMs).unref();
  const [application] = await Promise.all([borrowed(), drain.begin(answeringMs)]);
  await application.close();
  process.exit(0);
}

function announce(port: number): void {
  const url = process.env.PUBLIC_URL || `http://localhost:${port}`;
  if (process.stdout.isTTY) process.stdout.write(`Serving ${url} (stop with Ctrl+C)\n`);
  else say('info', 'serving', { url });
}
