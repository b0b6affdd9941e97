#!/bin/sh
# next 16.4.6, custom server: in production `await app.prepare()` does not wait for `register()` of instrumentation.js
#
# Next documents that `register` ends before the server is ready for requests, and in development `prepare()` waits for it.
# In production it only begins by then. What Next answers still waits; what the custom server answers itself (liveness,
# refusals, headers) meets an application that has not started, although it listened only after `prepare()`.
# It shaped server/application.ts: instrumentation.ts lends a promise of the application, and the server awaits that, too.
#
# Seen, with a `register` that takes two seconds:
#   production: prepare() ended, registered: false
#   production: the server itself answers, registered: false
#   production: Next answers, registered: true
#   development: prepare() ended, registered: true
#   development: the server itself answers, registered: true
#   development: Next answers, registered: true
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
export NEXT_TELEMETRY_DISABLED=1
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --silent next@16.4.6 react@19.3.1 react-dom@19.3.1

mkdir -p app/hello
cat > app/hello/route.js <<'JS'
export const dynamic = 'force-dynamic';
export const GET = () => new Response(`registered: ${globalThis.registered === true}`);
JS

cat > instrumentation.js <<'JS'
export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  await new Promise((resolve) => setTimeout(resolve, 2000));
  globalThis.registered = true;
}
JS

cat > server.mjs <<'JS'
import { createServer } from 'node:http';
import next from 'next';

const mode = process.env.NODE_ENV;
const registered = () => `registered: ${globalThis.registered === true}`;
const say = (what) => console.log(`SEEN ${mode}: ${what}`);

const app = next({ dev: mode === 'development' });
await app.prepare();
say(`prepare() ended, ${registered()}`);

const answerWithNext = app.getRequestHandler();
const server = createServer((request, response) =>
  request.url === '/alive' ? response.end(registered()) : answerWithNext(request, response),
);
server.listen(0, '127.0.0.1', async () => {
  const ask = async (path) => (await fetch(`http://127.0.0.1:${server.address().port}${path}`)).text();
  say(`the server itself answers, ${await ask('/alive')}`);
  say(`Next answers, ${await ask('/hello')}`);
  process.exit();
});
JS

cat > expected <<'SEEN'
production: prepare() ended, registered: false
production: the server itself answers, registered: false
production: Next answers, registered: true
development: prepare() ended, registered: true
development: the server itself answers, registered: true
development: Next answers, registered: true
SEEN
npx next build > build.log 2>&1 || { cat build.log; exit 1; }
for mode in production development; do
  NODE_ENV=$mode node server.mjs
done > all
sed -n 's/^SEEN //p' all > seen
cat seen
diff expected seen || { echo 'Next no longer behaves as described above.'; exit 1; }
