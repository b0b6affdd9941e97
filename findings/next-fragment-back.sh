#!/bin/sh
# Next 16.4.6: the way back to a page on which a plain `<a href="#place">` was followed
#
# One would expect Back from a page that was reached softly (`Link`, `router.push`) to show the page that the address names. It
# does, but not when the entry gone back to was made by the browser itself for a fragment: that entry has a `history.state` of
# null, the router's `popstate` ignores it, and the address changes below a page that stays. A state that is put back onto the
# entry (`history.replaceState` with the state of before) is enough.
# It shaped app/_ui/client-navigation.ts: links within a page are followed there, with the router's state kept.
# Seen with the Chromium at CHROMIUM_PATH (/usr/bin/chromium by default).
#
# Seen:
#   back to a page as it was opened: /one shows One
#   back to a place within it: /one#place shows Two
#   back to a place whose entry got its state back: /one#place shows One
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
export NEXT_TELEMETRY_DISABLED=1 PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1
echo '{ "private": true, "type": "module" }' > package.json
npm install --no-audit --no-fund --silent next@16.4.6 react@19.3.1 react-dom@19.3.1 playwright-core@1.65.1

mkdir -p app/one app/two
cat > app/layout.js <<'JS'
const Layout = ({ children }) => <html lang="en"><body>{children}</body></html>;
export default Layout;
JS
cat > app/one/page.js <<'JS'
import Link from 'next/link';

const One = () => (
  <main>
    <h1>One</h1>
    <a id="within" href="#place">Place</a> <Link id="to-two" href="/two">Two</Link>
    <p id="place">Here</p>
  </main>
);
export default One;
JS
cat > app/two/page.js <<'JS'
const Two = () => <h1>Two</h1>;
export default Two;
JS

cat > try.mjs <<'JS'
import { createServer } from 'node:http';
import next from 'next';
import { chromium } from 'playwright-core';

const app = next({ dev: false });
await app.prepare();
const server = createServer(app.getRequestHandler()).listen(0, '127.0.0.1');
await new Promise((listening) => server.once('listening', listening));
const url = `http://127.0.0.1:${server.address().port}`;
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});

async function back(name, before) {
  const page = await browser.newPage();
  await page.goto(`${url}/one`, { waitUntil: 'networkidle' });
  await before(page);
  await page.click('#to-two');
  await page.waitForSelector('h1:text("Two")');
  await page.goBack();
  await page.waitForTimeout(3000);
  const { pathname, hash } = new URL(page.url());
  console.log(`SEEN ${name}: ${pathname}${hash} shows ${await page.textContent('h1')}`);
  await page.close();
}

await back('back to a page as it was opened', () => {});
await back('back to a place within it', (page) => page.click('#within'));
await back('back to a place whose entry got its state back', (page) =>
  page.evaluate(() => {
    const { state } = history;
    location.hash = '#place';
    history.replaceState(state, '');
  }),
);
await browser.close();
process.exit();
JS

cat > expected <<'SEEN'
back to a page as it was opened: /one shows One
back to a place within it: /one#place shows Two
back to a place whose entry got its state back: /one#place shows One
SEEN
npx next build > build.log 2>&1 || { cat build.log; exit 1; }
NODE_ENV=production node try.mjs > all
sed -n 's/^SEEN //p' all > seen
cat seen
diff expected seen || { echo 'Next no longer behaves as described above.'; exit 1; }
