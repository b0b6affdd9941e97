import { setTimeout as wait } from 'node:timers/promises';
import { cast } from '../../demo/cast';
import { expect, test } from './stories';

const paths = [
  '/',
  '/trends',
  '/weeks',
  '/runs',
  '/targets',
  '/compare',
  '/api/v1/snapshots',
  '/api/v1/export?format=json',
];

test('a server that is asked to end answers the forty requests it has, and takes no more', async ({ build }) => {
  test.setTimeout(120_000);
  const { app, enter } = await build({ days: 30 });
  const page = await enter(cast.olga);
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const ask = async (path: string) => {
    const answer = await fetch(app.url + path, { headers: { cookie }, redirect: 'manual' });
    const body = await answer.text();
    return path.startsWith('/api/') || body.includes('</html>') ? answer.status : `${path} was cut`;
  };
  expect(await Promise.all(paths.map(ask))).toEqual(paths.map(() => 200));
  await page.close();

  const asked = Array.from({ length: 40 }, (_, at) => ask(paths[at % paths.length] ?? '/'));
  // Some are being answered, some lie in the system's queue.
  await wait(30);
  const begun = performance.now();
  const ended = app.stop();
  expect(await Promise.all(asked)).toEqual(asked.map(() => 200));
  expect(await ended).toBe(0);
  expect(performance.now() - begun).toBeLessThan(15_000);
  await expect(fetch(`${app.url}/api/health/live`)).rejects.toThrow();
});
