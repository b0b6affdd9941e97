import { Console } from 'node:console';
import { channel } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { setFlagsFromString } from 'node:v8';
import { fail, root } from './project.mjs';

// instrumentation.ts ends the process in order; this is for the case that it is stuck or not there yet.
const patienceMs = 13_000;

// What instrumentation.ts hears of each request by, to arm its answer.
const arrivals = channel('http.server.request.start');

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/**
 * Serves the built application in this very process: a signal, a crash and the exit code need no passing on, and
 * nothing can be left behind. The port is taken before the application starts, so that a second server on a taken
 * port ends before it touches the database.
 */
export async function serve() {
  // What loading leaves behind would let V8 set 30 MB aside for the short-lived, which a server that waits never needs.
  setFlagsFromString('--semi-space-growth-factor=1');
  process.env.NODE_ENV = 'production';
  process.chdir(root);
  // Standard output is the log's alone (one JSON line per event); whatever else speaks goes to standard error.
  globalThis.console = new Console(process.stderr, process.stderr);
  const host = process.env.HOST || '127.0.0.1';
  let answer;
  let open;
  const opened = new Promise((resolve) => {
    open = resolve;
  });
  const server = createServer(async (request, response) => {
    if (answer === undefined) {
      await opened;
      // Nobody heard of it when it came.
      arrivals.publish({ request, response, socket: request.socket, server });
    }
    if (!methods.includes(request.method)) return refuseMethod(response);
    if (!request.url.startsWith('/')) return refuseAddress(request, response);
    return answer(request, response);
  });
  const port = await listen(server, host);
  for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => stop(server));

  const next = createRequire(import.meta.url)('next');
  const app = next({ dev: false, dir: root, hostname: host, port, httpServer: server });
  await app.prepare();
  const handler = app.getRequestHandler();
  await started(handler);
  answer = handler;
  open();
  setFlagsFromString('--semi-space-growth-factor=2');
  announce(port);
}

/** Next answers 500 to TRACE, with which it cannot even build a request, and an empty 400 to the other methods it does not know. */
function refuseMethod(response) {
  const [kind, status, title] = ['method-not-allowed', 405, 'Not a method of this address'];
  const headers = {
    Allow: methods.join(', '),
    'Cache-Control': 'no-store',
    'Content-Type': 'application/problem+json',
  };
  response.writeHead(status, headers).end(JSON.stringify({ kind, title, status }));
}

/** Next answers 500 to `OPTIONS *`, and sends a whole address from one to the same for ever. */
function refuseAddress(request, response) {
  const [kind, status, title] = ['malformed-address', 400, 'Not a well-formed address'];
  const [type, body] = /^[^/]*\/\/[^/]*\/api\//.test(request.url)
    ? ['application/problem+json', JSON.stringify({ kind, title, status })]
    : ['text/plain; charset=utf-8', 'This address is not well formed.\n'];
  response.writeHead(status, { 'Cache-Control': 'no-store', 'Content-Type': type }).end(body);
}

// The first answer waits for instrumentation.ts, which may yet refuse to start, and arms all answers after it: it is
// asked for through a door of our own, and nobody else is answered or told before.
async function started(handler) {
  const door = createServer(handler).listen(0, '127.0.0.1');
  await once(door, 'listening');
  await fetch(`http://127.0.0.1:${door.address().port}/api/health/live`).then((answer) => answer.body?.cancel());
  door.close();
  door.closeAllConnections();
}

// A port that is no number is left to the configuration check, which names it together with all other faults.
function listen(server, host) {
  const wanted = process.env.PORT || '3000';
  if (!/^\d{1,5}$/.test(wanted) || Number(wanted) > 65_535) return 0;
  return new Promise((resolve) => {
    server.on('error', (error) => fail(`The application did not start.\n${reason(error, host, wanted)}`));
    server.listen(Number(wanted), host, () => {
      process.env.PORT = String(server.address().port);
      resolve(server.address().port);
    });
  });
}

function reason(error, host, port) {
  if (error.code === 'EADDRINUSE') return `Port ${port} is taken by another program: end that one, or set PORT.`;
  if (error.code === 'EACCES') return `Port ${port} is not open to this user: set PORT to 1024 or above.`;
  return `HOST ${host} and PORT ${port} cannot be listened on (${error.code}).`;
}

function stop(server) {
  server.close();
  setInterval(() => server.closeIdleConnections(), 100).unref();
  setTimeout(() => process.exit(0), patienceMs).unref();
}

function announce(port) {
  const url = process.env.PUBLIC_URL || `http://localhost:${port}`;
  const line = process.stdout.isTTY
    ? `Serving ${url} (stop with Ctrl+C)`
    : JSON.stringify({ level: 'info', time: new Date().toISOString(), url, msg: 'serving' });
  process.stdout.write(`${line}\n`);
}
