import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '@/lib/adapters/db/drivers/prisma';
import { migrate } from '@/lib/adapters/db/migrate/migrate';
import { recogniseSession } from '@/lib/services/access/parts/recognise-session';
import { fingerprint } from '@/lib/services/parts/random-secret';
import { cast } from '../../demo/cast';
import { call, cookieOf, serveWorld, tokenOf } from '../support/api';
import { noSmallDisks, type SmallDisk, smallDisk } from '../support/small-disk';
import { inviteCast, type TestWorld, testWorld } from '../support/world';

describe.skipIf(noSmallDisks)('on a disk that is full', () => {
  const metricsToken = 'the-operators-token';
  let disk: SmallDisk;
  let world: TestWorld;
  let token: string;
  let cookie: string;
  beforeAll(async () => {
    disk = smallDisk(12);
    world = await testWorld({ fresh: () => databaseOn(disk.folder), config: { metricsToken } });
    serveWorld(world);
    await inviteCast(world);
    token = await tokenOf(world, cast.ada);
    await openSession(world);
    cookie = await cookieOf(world, cast.ada);
    world.clock.forward(2 * 60_000);
    disk.fill();
    await fillTheLog(world);
  });
  afterAll(async () => {
    await world.end();
    disk.end();
  });

  test('whoever is signed in is known, though nobody can note that they were here', async () => {
    expect(await recogniseSession(world.world, { secret, network: null })).toMatchObject({
      actor: { name: cast.ada.name },
    });
    for (let time = 0; time < 3; time++) expect((await call('GET', '/api/v1/targets', { token })).status).toBe(200);
  });

  test.each([
    ['POST', '/api/v1/annotations', { from: '2026-11-20', title: 'x'.repeat(80) }],
    ['PUT', '/api/v1/connection', { baseUrl: 'https://example.com', token: 'a-token-of-enpass' }],
    ['POST', '/api/v1/targets', { metric: 'adoption', value: 0.8, by: '2027-06-30' }],
  ])('what wants to write is a 503 that says so: %s %s', async (method, path, body) => {
    const answer = await call(method, path, { cookie, body });
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
    expect(await answer.json()).toMatchObject({ kind: 'database-unwritable', title: 'The database takes no changes' });
  });

  test('readiness knows, says why to the operator, and knows again when there is room', async () => {
    const ready = await call('GET', '/api/health/ready', { token: metricsToken });
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({
      status: 'unavailable',
      checks: { database: { status: 'unwritable', cause: expect.stringContaining('full') } },
    });
    disk.clear();
    await expect.poll(async () => (await call('GET', '/api/health/ready')).status, { timeout: 5_000 }).toBe(200);
  });
});

const secret = 'a session that began before the disk was full';

async function openSession({ world }: TestWorld): Promise<void> {
  const now = world.clock.now();
  const ada = await world.store.people.byEmail('first', cast.ada.email);
  const expiresAt = new Date(now.getTime() + 3_600_000);
  const common = { createdAt: now, lastSeenAt: now, expiresAt, userAgent: 'Firefox' };
  await world.store.sessions.create({ ...common, id: await fingerprint(secret), userId: ada?.id ?? '' });
}

/** SQLite's log has room of its own for small writes, until it has to grow. */
async function fillTheLog({ world }: TestWorld): Promise<void> {
  for (let at = 0; at < 2_000; at++) {
    const full = await world.store.settings.set('first', 'filling', `${at}`.repeat(1_000)).then(
      () => false,
      () => true,
    );
    if (full) return;
  }
  throw new Error('the disk never got full');
}

async function databaseOn(dataDir: string) {
  const url = `file:${join(dataDir, 'adoption.db')}`;
  await migrate({ url, dataDir });
  const database = await openDatabase(url);
  return { ...database, url, dataDir, drop: () => database.close() };
}
