import { NextRequest } from 'next/server';
import { expect, test } from 'vitest';
import { publicUrl } from '@/app/_doors/public-url';
import { proxy } from '@/proxy';

const ask = (path: string, headers: Record<string, string>) =>
  proxy(new NextRequest(new URL(path, publicUrl()), { method: 'POST', headers }));

const foreign = { origin: 'http://localhost:3001' };

test.each(['/', '/account', '/api/v1/docs', '/api/v1/docs/', '/api/auth/signout', '/apiary', '/API/v1/snapshots'])(
  'a form from another origin gets no further than the proxy: %s',
  async (path) => {
    expect((await ask(path, { ...foreign, 'next-action': 'x' })).status).toBe(403);
  },
);

test.each([
  '/api',
  '/api/nothing-here',
  '/api/v1',
  '/api/v1/refresh',
  '/api/v1/nothing-here',
  '/api/metrics',
  '/api/health/live',
])('the API judges for itself, because bearer tokens need no proof: %s', async (path) => {
  expect((await ask(path, foreign)).headers.get('x-middleware-next')).toBe('1');
});
