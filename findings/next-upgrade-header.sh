#!/bin/sh
# next 16.4.6, custom server in production: what a client is answered that offers to go on in HTTP/2 (`Upgrade: h2c`)
#
# RFC 9110 (7.8) lets a server ignore an `Upgrade` it does not want and answer the request as it came; Node's own server does
# (20.20.2: `/bare` below), as long as nobody listens for `upgrade`. Java's HttpClient sends the header with its first request,
# `curl --http2` does, too. One would expect Next to answer as well, in production, where it has no WebSocket of its own. Instead:
# - With its first request Next begins to listen for `upgrade` on the server it was given as `httpServer`, or else on that of
#   the request's socket. From then on such a request gets no answer: its connection is closed.
# - Given as `httpServer` a server that listens nowhere, Next listens there, and the request is answered.
# It shaped server/main.ts: in production Next is given a server of nobody's.
#
# Seen:
#   bare Node: HTTP/1.1 200 OK
#   Next, given no server, its first request: HTTP/1.1 200 OK
#   Next, given no server, later: nothing
#   Next, given a server that listens nowhere, its first request: HTTP/1.1 200 OK
#   Next, given a server that listens nowhere, later: HTTP/1.1 200 OK
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
export NEXT_TELEMETRY_DISABLED=1
echo '{ "private": true, "type": "module" }' > package.json
npm install --no-audit --no-fund --silent --omit=optional next@16.4.6 react@19.3.1 react-dom@19.3.1 "@next/swc-$(node -p 'process.platform + "-" + process.arch + (process.platform === "linux" ? (process.report.getReport().header.glibcVersionRuntime ? "-gnu" : "-musl") : "")')@16.4.6"
mkdir -p app/api
echo 'export default ({ children }) => <html><body>{children}</body></html>;' > app/layout.jsx
echo "export const GET = () => new Response('here');" > app/api/route.js
npx next build > build.log 2>&1 || { cat build.log; exit 1; }

cat > ask.js <<'JS'
import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import next from 'next';

async function listening(answer) {
  const server = createServer(answer);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return server;
}

/** The first line of the answer to a request that offers HTTP/2. */
async function offer(server) {
  const socket = connect(server.address().port, '127.0.0.1');
  const headers = 'Host: localhost\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA';
  socket.write(`GET /api HTTP/1.1\r\n${headers}\r\n\r\n`);
  const first = once(socket, 'data').then(([data]) => String(data).split('\r\n')[0]);
  const none = once(socket, 'close').then(() => 'nothing');
  const seen = await Promise.race([first, none, new Promise((later) => setTimeout(later, 5000, 'no end'))]);
  socket.destroy();
  return seen;
}

console.log('bare Node:', await offer(await listening((_, response) => response.end())));
for (const [words, options] of [
  ['given no server', {}],
  ['given a server that listens nowhere', { httpServer: createServer() }],
]) {
  const app = next({ dev: false, dir: '.', ...options });
  await app.prepare();
  const server = await listening(app.getRequestHandler());
  console.log(`Next, ${words}, its first request:`, await offer(server));
  console.log(`Next, ${words}, later:`, await offer(server));
}
process.exit();
JS

cat > expected <<'SEEN'
bare Node: HTTP/1.1 200 OK
Next, given no server, its first request: HTTP/1.1 200 OK
Next, given no server, later: nothing
Next, given a server that listens nowhere, its first request: HTTP/1.1 200 OK
Next, given a server that listens nowhere, later: HTTP/1.1 200 OK
SEEN
# Next says on the same output which of its files it loads, and how long that took.
node ask.js | grep -E '^(bare Node|Next, )' > seen
cat seen
diff expected seen || { echo 'Next no longer behaves as described above.'; exit 1; }
