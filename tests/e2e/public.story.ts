import { readdirSync, readFileSync } from 'node:fs';
import { cast } from '../../demo/cast';
import { sights } from './parts/pages';
import { expect, test } from './stories';

const types: Readonly<Record<string, string>> = {
  'apple-touch-icon.png': 'image/png',
  'icon-192.png': 'image/png',
  'icon-512.png': 'image/png',
  'icon-maskable-512.png': 'image/png',
  'icon.svg': 'image/svg+xml',
  'manifest.webmanifest': 'application/manifest+json',
  'robots.txt': 'text/plain',
};

test('what browsers and robots fetch by a fixed name needs no account and is the file itself', async ({ house }) => {
  const { request } = (await house.visit()).context();
  expect(readdirSync('public').sort()).toEqual(Object.keys(types));
  for (const [name, type] of Object.entries(types)) {
    const answer = await request.get(`/${name}`, { maxRedirects: 0 });
    expect(answer.status(), name).toBe(200);
    expect(answer.headers(), name).toMatchObject({
      'content-type': expect.stringMatching(new RegExp(`^${type.replace('+', '\\+')}(;|$)`)),
      'content-security-policy': expect.stringContaining("default-src 'self'"),
      'x-content-type-options': 'nosniff',
    });
    expect(answer.headers()['set-cookie'], name).toBeUndefined();
    expect((await answer.body()).equals(readFileSync(`public/${name}`)), name).toBe(true);
  }
});

test('a page names its icons and its manifest, and the browser takes them', async ({ house }) => {
  const page = await house.visit();
  await page.goto('/sign-in');
  const head = page.locator('head');
  await expect(head.locator('link[rel="icon"]')).toHaveAttribute('href', '/icon.svg');
  await expect(head.locator('link[rel="apple-touch-icon"]')).toHaveAttribute('href', '/apple-touch-icon.png');
  await expect(head.locator('link[rel="manifest"]')).toHaveAttribute('href', '/manifest.webmanifest');
  const client = await page.context().newCDPSession(page);
  const { url, errors } = await client.send('Page.getAppManifest');
  expect({ path: new URL(url).pathname, errors }).toEqual({ path: '/manifest.webmanifest', errors: [] });
});

test('nothing is indexed, whatever a robot meets', async ({ house }) => {
  const { request } = (await house.visit()).context();
  expect(await (await request.get('/robots.txt')).text()).toBe('User-agent: *\nDisallow: /\n');
  const admin = await house.enter(cast.ada);
  const viewer = await house.enter(cast.vera);
  for (const { path, as } of sights) {
    const visitor = as === 'nobody' ? request : (as === 'admin' ? admin : viewer).context().request;
    const html = await (await visitor.get(path, { headers: { Accept: 'text/html' } })).text();
    expect(html, `${path} as ${as}`).toMatch(/<meta name="robots" content="noindex, nofollow"/);
  }
});
