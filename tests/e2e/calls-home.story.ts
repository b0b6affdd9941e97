import { cast } from '../../demo/cast';
import { watchConnections } from '../../scripts/parts/connections.mjs';
import { todaysSnapshot } from './parts/todays-snapshot';
import { expect, test } from './stories';

// The fake Enpass is on this machine: whatever is seen beyond it is somebody's word home.
test('the server reaches nobody but Enpass, from start to end', async ({ build }) => {
  const { env, seen } = watchConnections();
  const { app, enter } = await build({ env });
  const page = await enter(cast.ada);
  await todaysSnapshot(page);
  for (const path of ['/', '/trends', '/settings/connection', '/methodology']) await page.goto(path);
  expect(await app.stop()).toBe(0);
  expect(seen()).toEqual([]);
});

test('a page fetches nothing from elsewhere', async ({ build }) => {
  const { app, enter } = await build();
  const page = await enter(cast.ada);
  const hosts = new Set<string>();
  page.on('request', (request) => hosts.add(new URL(request.url()).host));
  for (const path of ['/', '/trends', '/weeks', '/methodology']) await page.goto(path);
  expect([...hosts]).toEqual([new URL(app.url).host]);
});
