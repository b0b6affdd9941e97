import { describe, expect, test } from 'vitest';
import { call, serveWorld } from '../support/api';
import { testWorld } from '../support/world';
import { apiWorld } from './api-world';

const { world, refused } = apiWorld();

describe('health', () => {
  test('is told to everybody, and why only to the operator', async () => {
    const operated = await testWorld({ config: { metricsToken: 'the-operators-token' } });
    serveWorld(operated);
    expect(await (await call('GET', '/api/health/live')).json()).toEqual({ status: 'ok' });
    expect(await (await call('GET', '/api/health/ready')).json()).toEqual({ status: 'ok' });
    expect(await (await call('GET', '/api/health/ready', { token: 'the-operators-token' })).json()).toEqual({
      status: 'ok',
      checks: { database: { status: 'ok', tookMs: expect.any(Number), cause: null }, stopping: false },
    });
    expect((await call('GET', '/api/metrics')).status).toBe(401);
    const measured = await call('GET', '/api/metrics', { token: 'the-operators-token' });
    expect(await measured.text()).toMatch(/^adoption_snapshots 0$/m);
    operated.stop();
    expect((await call('GET', '/api/health/ready')).status).toBe(503);
    serveWorld(world);
    expect((await call('GET', '/api/metrics')).status).toBe(404);
    await operated.end();
  });

  test('of a database that is away is 503 with a time to come back, and so is every answer', async () => {
    const away = await testWorld();
    await away.database.drop();
    serveWorld(away);
    const ready = await call('GET', '/api/health/ready');
    expect([ready.status, ready.headers.get('retry-after'), await ready.json()]).toEqual([
      503,
      '5',
      { status: 'unavailable' },
    ]);
    expect(await refused('GET', '/export')).toMatchObject({ status: 503, json: { kind: 'database-away' } });
    serveWorld(world);
    await away.enpass.close();
  });
});
