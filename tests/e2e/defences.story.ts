import { once } from 'node:events';
import { request } from 'node:http';
import type { APIResponse, Page } from '@playwright/test';
import { cast, castPassword } from '../../demo/cast';
import { rowsIn } from './parts/kept-rows';
import { sights } from './parts/pages';
import { signIn } from './parts/sign-in';
import { expect, test } from './stories';

const directive = (policy: string, name: string): string[] =>
  policy
    .split('; ')
    .find((part) => part.startsWith(`${name} `))
    ?.split(' ') ?? [];

test('every answer carries a policy of its own that lets no foreign script in', async ({ house }) => {
  const nonces = new Set<string>();
  const page = await house.enter(cast.ada);
  for (const { path, as } of sights) {
    const visitor = as === 'nobody' ? await house.visit() : page;
    const answer = await visitor.request.get(path, { headers: { Accept: 'text/html' } });
    const headers = answer.headers();
    const policy = headers['content-security-policy'] ?? '';
    const scripts = directive(policy, 'script-src');
    expect(scripts.join(' '), path).not.toMatch(/unsafe|\*|http:|data:/);
    const [nonce = 'none'] = scripts.filter((source) => source.startsWith("'nonce-"));
    expect([...nonces], path).not.toContain(nonce);
    nonces.add(nonce);
    expect(directive(policy, 'frame-ancestors'), path).toContain("'none'");
    expect(directive(policy, 'object-src'), path).toContain("'none'");
    expect(headers, path).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
      'cache-control': expect.stringContaining('no-store'),
    });
    const html = await answer.text();
    for (const [tag] of html.matchAll(/<script\b[^>]*>/g)) {
      expect(`'nonce-${/ nonce="([^"]*)"/.exec(tag)?.[1]}'`, `${path}: ${tag}`).toBe(nonce);
    }
    expect(html, path).not.toMatch(/ on(click|load|error|submit)=/);
  }
});

test('who comes while the application starts meets the same defences', async ({ build }) => {
  const { app } = await build({ days: 2 });
  await app.stop();
  const forged = { 'x-vouched': '1', Origin: 'https://evil.example' };
  const early = [
    asSoonAsHeard(`${app.url}/sign-in`, {}),
    asSoonAsHeard(`${app.url}/sign-in`, { method: 'POST', headers: forged, body: 'a=b' }),
  ];
  await app.start();
  const [page, form] = await Promise.all(early);
  expect(page?.headers.get('content-security-policy')).toMatch(/'nonce-[\w+/]{22}=='/);
  expect(page?.headers.get('x-frame-options')).toBe('DENY');
  expect(form?.status).toBe(403);
});

/** Asks again and again until somebody listens: who is the first then has to wait for the application. */
async function asSoonAsHeard(url: string, init: RequestInit): Promise<Response> {
  for (;;) {
    const answer = await fetch(url, init).catch(() => null);
    if (answer !== null) return answer;
    await new Promise((later) => setTimeout(later, 5));
  }
}

test('a script that got into the page does not run', async ({ house, complaints }) => {
  const page = await house.enter(cast.vera);
  await page.goto('/');
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "taken over"';
    document.body.insertAdjacentHTML(
      'beforeend',
      '<img src="/no-such-image" onerror="document.title = \'taken over\'">',
    );
    document.body.innerHTML += '<script>document.title = "taken over"</script>';
    document.head.append(new DOMParser().parseFromString(script.outerHTML, 'text/html').scripts[0] ?? script);
  });
  await expect.poll(() => complaints.filter((line) => /violates the following/.test(line)).length).toBeGreaterThan(0);
  await expect(page).not.toHaveTitle('taken over');
  complaints.length = 0;
});

const foreign: Record<string, Record<string, string>> = {
  'another site': { Origin: 'https://evil.example' },
  'another port': { Origin: 'http://localhost:1' },
  'https instead of http': { Origin: 'https://localhost' },
  'a sandboxed frame': { Origin: 'null' },
  'another site, by its fetch metadata': { 'Sec-Fetch-Site': 'cross-site' },
  'a sister site': { 'Sec-Fetch-Site': 'same-site' },
  'nowhere anybody knows': {},
};

test('what another site sends with a session’s cookie does nothing', async ({ build }) => {
  const { app, enter } = await build({ days: 2 });
  const page = await enter(cast.ada);
  await page.goto('/settings/people');
  const { request } = page.context();
  const runs = (await rowsIn(app).runs()).length;
  for (const [name, headers] of Object.entries(foreign)) {
    for (const path of ['/api/v1/refresh', '/settings/people', '/sign-in', '/', '/api/v1/connection/test']) {
      const answer = await request.post(path, { headers, data: {} });
      expect(answer.status(), `${path} from ${name}`).toBe(403);
    }
    const put = await request.put('/api/v1/connection', { headers, data: { baseUrl: 'https://evil.example' } });
    expect(put.status(), `PUT from ${name}`).toBe(403);
  }
  expect(await rowsIn(app).runs()).toHaveLength(runs);
  expect((await request.post('/api/v1/refresh', { headers: { Origin: app.url } })).status()).toBe(200);
});

test('a page of another port can neither frame the application nor post into it', async ({ build }) => {
  const { app, visit } = await build({ days: 2 });
  const page = await visit();
  await signIn(page, cast.ada);
  const runs = (await rowsIn(app).runs()).length;
  // To a browser another port of the same host is the same site: it sends the session's cookie along.
  const evil = 'http://localhost:1/evil';
  const form = `<form method="post" action="${app.url}/api/v1/refresh"><button>Win a prize</button></form>`;
  const body = `${form}<iframe src="${app.url}/account"></iframe>`;
  await page.route(evil, (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.goto(evil);
  await expect.poll(() => page.frames().map((frame) => frame.url())).toEqual([evil, 'chrome-error://chromewebdata/']);
  await page.getByRole('button', { name: 'Win a prize' }).click();
  await expect(page.locator('body')).toContainText('"kind":"cross-origin"');
  expect(await rowsIn(app).runs()).toHaveLength(runs);
});

test('sign-in tells nobody whether an account exists, and the cookie is out of reach of scripts', async ({ build }) => {
  const { visit } = await build({ days: 2 });
  const page = await visit();
  await signIn(page, cast.vera);
  expect(await page.evaluate(() => document.cookie)).toBe('');
  const session = (await page.context().cookies()).find(({ name }) => name.includes('session'));
  expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
  expect(session?.value).not.toContain(cast.vera.email);
  const known = await refusalOf(await visit(), cast.max.email);
  const unknown = await refusalOf(await visit(), 'nobody@example.org');
  expect(unknown).toEqual(known);
});

/** What next-auth's own route answers to a wrong guess. */
async function refusalOf({ request }: Page, email: string) {
  const { csrfToken } = await (await request.get('/api/auth/csrf')).json();
  const form = { csrfToken, email, password: `not ${castPassword}` };
  const answer = await request.post('/api/auth/callback/credentials', { form, maxRedirects: 0 });
  return { status: answer.status(), location: answer.headers().location };
}

test('health says what it must and nothing more', async ({ house }) => {
  const { request } = (await house.visit()).context();
  const live = await request.get('/api/health/live');
  expect([live.status(), await live.json()]).toEqual([200, { status: 'ok' }]);
  const ready = await request.get('/api/health/ready');
  expect([ready.status(), await ready.json()]).toEqual([200, { status: 'ok' }]);
});

test('a method that nobody serves is refused, not stumbled over', async ({ house }) => {
  const { request } = (await house.visit()).context();
  for (const method of ['TRACE', 'PROPFIND', 'QUERY'])
    for (const path of ['/', '/api/v1/snapshots'])
      expect(await refusal(await request.fetch(path, { method })), `${method} ${path}`).toEqual(unknownMethod);
});

test('an address that is no path is refused, not stumbled over', async ({ house }) => {
  const { hostname, port, host } = new URL(house.app.url);
  for (const [method, path, type] of [
    ['OPTIONS', '*', 'text/plain; charset=utf-8'],
    ['GET', 'http://evil.example/trends', 'text/plain; charset=utf-8'],
    ['GET', 'http://evil.example/api/v1/snapshots', 'application/problem+json'],
  ]) {
    const asked = request({ hostname, port, method, path, headers: { Host: host } }).end();
    const [answer] = await once(asked, 'response');
    answer.resume();
    expect([answer.statusCode, answer.headers['content-type']], `${method} ${path}`).toEqual([400, type]);
  }
});

const unknownMethod = {
  status: 405,
  kind: 'method-not-allowed',
  cached: 'no-store',
  allow: expect.stringMatching(/^GET,/),
};

async function refusal(answer: APIResponse) {
  const { 'cache-control': cached, allow } = answer.headers();
  const { kind } = await answer.json();
  return { status: answer.status(), kind, cached, allow };
}
