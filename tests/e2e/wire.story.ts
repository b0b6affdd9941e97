import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import type { APIRequestContext } from '@playwright/test';
import { cast } from '../../demo/cast';
import { expect, test } from './stories';

const boundary = 'x-boundary';
const multipart = (...parts: string[]) => parts.map((part) => `--${boundary}\r\n${part}\r\n`).join('');
const field = (name: string, value: string) => `Content-Disposition: form-data; name="${name}"\r\n\r\n${value}`;
const ending = `--${boundary}--\r\n`;

/** Forms without a script: what a stranger may send to the page that everybody sees. */
const forms: readonly [what: string, body: string, type?: string][] = [
  ['nothing', ''],
  ['no boundary', multipart(field('a', 'b')) + ending, 'multipart/form-data'],
  ['another boundary', multipart(field('a', 'b')) + ending, 'multipart/form-data; boundary=other'],
  ['a form that ends in the middle', multipart(field('email', 'a')).slice(0, -20)],
  ['a part without a name', multipart('Content-Disposition: form-data\r\n\r\nx') + ending],
  ['a part without a head', multipart('x') + ending],
  ['an action that is none', multipart(field('$ACTION_ID_0000', '')) + ending],
  ['an action without its arguments', multipart(field('$ACTION_REF_1', '')) + ending],
  ['arguments that are no JSON', multipart(field('$ACTION_REF_1', ''), field('$ACTION_1:0', '{')) + ending],
  [
    'arguments of nobody',
    multipart(field('$ACTION_REF_1', ''), field('$ACTION_1:0', '{"id":"00","bound":"$@1"}')) + ending,
  ],
];

const args = [
  '',
  '{',
  '[]',
  '"x"',
  'null',
  '[null,null]',
  '["$K1"]',
  '["$undefined",5]',
  '[{},"text"]',
  '[[],{}]',
  '["$@1"]',
  '["$F1"]',
  '["$Q1"]',
  '["$W1"]',
  '["$n1"]',
];

test('a form that cannot be read is the sender’s fault, on every page that strangers see', async ({ house }) => {
  const { request } = (await house.visit()).context();
  const headers = { Origin: house.app.url };
  for (const path of ['/sign-in', '/set-up/nothing', '/'])
    for (const [what, data, type = `multipart/form-data; boundary=${boundary}`] of forms) {
      const answer = await request.post(path, { headers: { ...headers, 'Content-Type': type }, data, maxRedirects: 0 });
      expect(answer.status(), `${what} to ${path}`).toBeLessThan(500);
    }
  const action = await actionOf(request);
  for (const data of args) {
    const plain = { ...headers, 'Next-Action': action, 'Content-Type': 'text/plain;charset=UTF-8' };
    const answer = await request.post('/sign-in', { headers: plain, data });
    expect(answer.status(), `arguments ${data}`).toBe(400);
    expect(await answer.text()).toMatch(/^This could not be read\. .*\nRequest: [\da-f-]{36}\n$/s);
  }
  const broken = { ...headers, 'Next-Action': action, 'Content-Type': `multipart/form-data; boundary=${boundary}` };
  for (const data of [multipart(field('0', '["$K1"]')), multipart(field('0', '{')) + ending]) {
    expect((await request.post('/sign-in', { headers: broken, data })).status()).toBe(400);
  }
});

test('what the browser’s side of Next says of itself is read, or the sender’s fault', async ({ house }) => {
  const { request } = (await house.visit()).context();
  for (const path of ['/sign-in', '/nothing-here', '/weeks/nothing/here', '/set-up/x'])
    for (const tree of ['garbage', '%7B', '%E0%A4%A', '[]', '[1,2]', '["",{"children":5}]', '{}', 'null']) {
      const headers = { RSC: '1', 'Next-Router-State-Tree': tree };
      const answer = await request.get(path, { headers, maxRedirects: 0 });
      expect(answer.status(), `${tree} to ${path}`).toBeLessThan(500);
    }
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
    for (const path of ['/icon.svg', '/.well-known/security.txt', '/runs/template.csv', '/_next/static/x.js'])
      expect((await request.fetch(path, { method, headers: { Origin: house.app.url }, data: 'x' })).status()).toBe(405);
});

/** The id under which the page's form calls its action. */
async function actionOf(request: APIRequestContext): Promise<string> {
  const html = (await (await request.get('/sign-in')).text()).replaceAll('&quot;', '"');
  const id = /"id":"([\da-f]{20,})"/.exec(html)?.[1];
  if (id === undefined) throw new Error('the page has no action');
  return id;
}

test('sign-in’s own address answers what it cannot read with 400', async ({ house }) => {
  const { request } = (await house.visit()).context();
  for (const [type, data] of [
    ['application/json', '{'],
    ['application/json', '[]'],
    ['application/json', 'null'],
    ['multipart/form-data', 'x'],
    ['text/plain', 'x'],
  ] as const)
    for (const path of ['/api/auth/callback/credentials', '/api/auth/signout', '/api/auth/signin/credentials']) {
      const answer = await request.post(path, { headers: { 'Content-Type': type }, data, maxRedirects: 0 });
      expect(answer.status(), `${type} ${data} to ${path}`).toBeLessThan(500);
    }
});

test('whatever is sent and whatever breaks, the log is JSON, and each line of a request has its id', async ({
  browser,
  build,
}) => {
  const { app, enter } = await build({ days: 2, env: { ACCESS_LOG: 'on' } });
  const storageState = await (await enter(cast.ada)).context().storageState();
  // Unwatched: what the browser complains about here is meant.
  const context = await browser.newContext({ baseURL: app.url, storageState });
  const page = await context.newPage();
  const { request } = context;
  const from = app.output().length;
  await request.post('/sign-in', { headers: { Origin: app.url, 'Next-Action': await actionOf(request) }, data: '{' });
  await request.get(`/invitation/${'s'.repeat(43)}?q=private`);
  // A page that cannot be made for a reason that nobody foresaw.
  await app.query('ALTER TABLE "Annotation" RENAME TO "AnnotationGone"');
  const answer = await page.goto('/annotations');
  const id = answer?.headers()['x-request-id'] ?? '';
  expect(answer?.status()).toBe(500);
  await expect(page.locator('body')).toContainText(`Request: ${id}`);
  await context.close();
  const output = app.output().slice(from).trimEnd().split('\n');
  const lines = output.map((line) => JSON.parse(line));
  expect(lines.find(({ msg, requestId }) => msg === 'said' && requestId === id)).toMatchObject({ level: 'error' });
  expect(lines.find(({ msg, requestId }) => msg === 'answered' && requestId === id)).toMatchObject({
    method: 'GET',
    path: '/annotations',
    status: 500,
  });
  expect(lines.map(({ path }) => path)).toContain('/invitation/…');
  expect(app.output()).not.toMatch(/sssss|private/);
});

test('nothing makes pictures smaller for strangers', async ({ house }) => {
  const { request } = (await house.visit()).context();
  for (const query of [
    '',
    '?url=/settings&w=64&q=75',
    '?url=%2Ficon-192.png&w=64&q=75',
    '?url=//evil.example&w=64&q=75',
  ])
    expect((await request.get(`/_next/image${query}`)).status(), query).toBe(404);
});

test('a client that would rather speak HTTP/2 is answered as HTTP/1.1', async ({ house }) => {
  const { port } = new URL(house.app.url);
  await house.visit().then((page) => page.goto('/sign-in'));
  for (const upgrade of ['h2c', 'websocket']) {
    const socket = connect(Number(port), '127.0.0.1');
    await once(socket, 'connect');
    socket.end(
      `GET /api/health/live HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade, HTTP2-Settings, close\r\nUpgrade: ${upgrade}\r\nHTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA\r\n\r\n`,
    );
    expect(await text(socket), upgrade).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
  }
});

test('a file that a proxy stops on its way is told as that', async ({ browser, house }) => {
  const storageState = await (await house.enter(cast.olga)).context().storageState();
  // Unwatched: what the browser complains about here is meant.
  const context = await browser.newContext({ baseURL: house.app.url, storageState });
  const page = await context.newPage();
  await page.goto('/runs');
  await page.route('**/runs', (route) =>
    route.request().method() === 'POST'
      ? route.fulfill({ status: 413, contentType: 'text/html', body: '<h1>413 Request Entity Too Large</h1>' })
      : route.continue(),
  );
  const panel = page.getByRole('region', { name: 'Import old numbers' });
  await panel.getByLabel('File').setInputFiles({ name: 'old.csv', mimeType: 'text/csv', buffer: Buffer.from('day') });
  await panel.getByRole('button', { name: 'Check the file' }).click();
  await expect(panel.getByRole('alert')).toContainText('The file did not arrive, and nothing was imported.');
  await expect(panel.getByRole('alert')).toContainText('nginx');
  await panel.getByRole('button', { name: 'Choose a file again' }).click();
  await expect(panel.getByRole('button', { name: 'Check the file' })).toBeVisible();
  await context.close();
});
