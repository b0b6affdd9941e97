#!/bin/sh
# playwright 1.65.1 driving Firefox ESR 153.8.0 (Debian's package) by WebDriver BiDi, channel `moz-firefox`; react 19.3.1
#
# The channel is there, and Firefox ESR is a release of this year. One would expect a page to open, and `fill()` to be heard by
# a React component as it is in Chromium. Instead:
# - No context opens: each begins with `emulation.setMediaFeaturesOverride`, which this Firefox does not know, whether a colour
#   scheme was asked for or not.
# - With that answered in between, `fill()` shows in the field and no component hears of it: over BiDi it writes `value` in the
#   page's own world, through the setter that React puts on the field to know its own writing by. Keys are heard.
# It shaped tests/browsers/firefox.mjs: it stands between the two, answers the one and mends the other.
#
# Seen:
#   straight: unknown command
#   in between, filled: the field has "filled", React has ""
#   in between, typed: the field has "typed", React has "typed"
set -eu
command -v firefox-esr > /dev/null || { echo '*** No firefox-esr (Debian: apt-get install firefox-esr): nothing seen. ***'; exit 0; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --no-audit --no-fund --silent --ignore-scripts playwright-core@1.65.1 ws@8.23.0 react@19.3.1 react-dom@19.3.1 esbuild@0.28.2

cat > page.jsx <<'JS'
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
function Field() {
  const [heard, setHeard] = useState('');
  return <><input onChange={(event) => setHeard(event.target.value)} /><p>{heard}</p></>;
}
createRoot(document.getElementById('root')).render(<Field />);
JS
npx esbuild page.jsx --bundle --jsx=automatic --log-level=error --outfile=page.js

cat > between.mjs <<'JS'
#!/usr/bin/env node
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { WebSocket, WebSocketServer } from 'ws';
const firefox = spawn('firefox-esr', process.argv.slice(2), { stdio: ['ignore', 'inherit', 'pipe'] });
firefox.on('exit', (code) => process.exit(code ?? 1));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => firefox.kill(signal));
createInterface(firefox.stderr).on('line', (line) => {
  const address = /WebDriver BiDi listening on (ws:\S+)/.exec(line)?.[1];
  if (!address) return;
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  server.on('listening', () => console.error(`WebDriver BiDi listening on ws://127.0.0.1:${server.address().port}`));
  server.on('connection', (asking) => {
    const browser = new WebSocket(`${address}/session`);
    const open = new Promise((resolve) => browser.once('open', resolve));
    asking.on('message', async (data) => {
      const { id, method } = JSON.parse(data);
      if (method === 'emulation.setMediaFeaturesOverride') return asking.send(JSON.stringify({ type: 'success', id, result: {} }));
      await open;
      browser.send(String(data));
    });
    browser.on('message', (data) => asking.send(String(data)));
    browser.on('close', () => asking.close());
    asking.on('close', () => browser.close());
  });
});
JS
chmod +x between.mjs

cat > ask.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { firefox } from 'playwright-core';
const start = (executablePath) => firefox.launch({ channel: 'moz-firefox', executablePath });
const straight = await start('/usr/bin/firefox-esr');
await straight.newContext().then(
  () => console.log('straight: a context'),
  ({ message }) => console.log('straight:', /unknown command/.exec(message)?.[0] ?? message),
);
await straight.close();
const browser = await start(`${process.cwd()}/between.mjs`);
const page = await (await browser.newContext()).newPage();
for (const [how, act] of [
  ['filled', (field) => field.fill('filled')],
  ['typed', (field) => field.pressSequentially('typed')],
]) {
  await page.setContent('<div id="root"></div>');
  await page.evaluate(readFileSync('page.js', 'utf8'));
  await page.locator('input').waitFor();
  await act(page.locator('input'));
  await page.waitForTimeout(300);
  console.log(`in between, ${how}: the field has "${await page.locator('input').inputValue()}", React has "${await page.locator('p').textContent()}"`);
}
await browser.close();
JS

cat > expected <<'SEEN'
straight: unknown command
in between, filled: the field has "filled", React has ""
in between, typed: the field has "typed", React has "typed"
SEEN
node ask.mjs > seen
cat seen
diff expected seen || { echo 'It is no longer as described above.'; exit 1; }
