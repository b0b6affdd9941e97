import { setTimeout as wait } from 'node:timers/promises';
import { redirect } from 'next/navigation.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { refuse } from '@/app/_doors/answer/refuse';
import { withRefusals } from '@/app/_doors/answer/with-refusals';
import { edgeServer } from '../support/edge-server';

const pages: Record<string, () => never> = {
  missing: () => refuse(404),
  closed: () => refuse(403),
  elsewhere: () => redirect('/'),
};
const page = withRefusals({ 404: 'not here' })(async ({ path }: { path: string }) => {
  await wait(Math.random() * 5);
  return pages[path]?.() ?? 'a page';
});

let server: Awaited<ReturnType<typeof edgeServer>>;
beforeAll(async () => {
  server = await edgeServer(async (request, response) => {
    const made = await page({ path: request.url?.slice(1) ?? '' }).catch(() => 'thrown');
    response.end(made);
  });
});
afterAll(() => server.close());

async function ask(path: string, headers: Record<string, string> = {}) {
  const answer = await fetch(`${server.origin}/${path}`, { headers });
  return `${answer.status} ${await answer.text()}`;
}

test('a refusal is content under its own status, and only of its own request', async () => {
  const asked = Array.from({ length: 40 }, (_, at) => (at % 2 === 0 ? 'missing' : 'page'));
  const got = await Promise.all(asked.map((path) => ask(path)));
  expect(got).toEqual(asked.map((path) => (path === 'missing' ? '404 not here' : '200 a page')));
});

test.each(['closed', 'elsewhere'])('what has no content of its own is thrown on: %s', async (path) => {
  expect(await ask(path)).toBe('200 thrown');
});

test.each(['rsc', 'next-action'])(
  'a script of Next gets the content under the one status it takes: %s',
  async (header) => {
    expect(await ask('missing', { [header]: '1' })).toBe('200 not here');
  },
);
