import type { APIResponse, BrowserContext } from '@playwright/test';
import { cast } from '../../demo/cast';
import { audience, memberOf, type Visitor } from './parts/audience';
import type { Route } from './parts/route';
import { routes } from './routes';
import { expect, type House, test } from './stories';

for (const visitor of audience) {
  test(`${visitor} gets what the table of routes says`, async ({ house }) => {
    const browser = await contextOf(house, visitor);
    const got = [];
    for (const route of routes) got.push(line(route, await ask(browser, house, route)));
    const at = audience.indexOf(visitor);
    expect(got).toEqual(routes.map((route) => line(route, route.answers[at])));
  });
}

test('an address of the API refuses what it does not serve, and says what it does', async ({ house }) => {
  const { request } = (await house.enter(cast.ada)).context();
  const files = new Set(routes.map(({ file }) => file).filter((file) => /^app\/api\/.*route\.ts$/.test(file)));
  const refused = [...files].flatMap((file) => refusedBy(file));
  for (const { method, path } of refused) {
    const answer = await request.fetch(path, { method, headers: { Origin: house.app.url } });
    expect(answer.status(), `${method} ${path}`).toBe(405);
    expect(answer.headers(), `${method} ${path}`).toMatchObject({
      allow: expect.stringContaining('OPTIONS'),
      'cache-control': 'no-store',
      'content-type': 'application/problem+json',
    });
    expect(answer.headers().allow?.split(', ')).not.toContain(method);
  }
});

test('what is anybody’s own is kept by no browser and no proxy', async ({ house }) => {
  const { request } = (await house.enter(cast.ada)).context();
  const kept = new Set<string>();
  for (const { method, path } of routes) {
    if (method !== 'GET') continue;
    const answer = await request.get(path, { headers: { Accept: 'text/html' }, maxRedirects: 0 });
    if (!answer.headers()['cache-control']?.includes('no-store')) kept.add(path);
  }
  expect([...kept]).toEqual([]);
});

/** The methods that the table does not have for this route. */
function refusedBy(file: string): { method: string; path: string }[] {
  const here = routes.filter((route) => route.file === file);
  return ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']
    .filter((method) => !here.some((route) => route.method === method))
    .map((method) => ({ method, path: here[0]?.path ?? '' }));
}

const line = ({ method, path }: Route, answer: number | string | undefined) => `${method} ${path}: ${answer}`;

async function contextOf(house: House, visitor: Visitor): Promise<BrowserContext> {
  const page = visitor === 'nobody' ? await house.visit() : await house.enter(memberOf[visitor]);
  return page.context();
}

async function ask(browser: BrowserContext, { app }: House, { method, path, body }: Route): Promise<number | string> {
  const answer = await browser.request.fetch(path, {
    method,
    headers: { Origin: app.url, Accept: 'text/html' },
    maxRedirects: 0,
    ...(body === undefined ? {} : { data: body }),
  });
  return placeOf(answer, app.url) ?? answer.status();
}

function placeOf(answer: APIResponse, origin: string): string | null {
  const { location } = answer.headers();
  return location === undefined ? null : new URL(location, origin).pathname;
}
