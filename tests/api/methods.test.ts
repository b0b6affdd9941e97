import { expect, test } from 'vitest';
import { problemSchema } from '@/lib/api/common';
import { routePaths, routesAt, servedAt } from '../support/api';

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];
// Where nothing is every method is answered; sign-in's routes and the page need Next around them (routes.story.ts).
const paths = routePaths().filter((path) => !path.includes('[...') && path !== '/api/v1/docs');

test.each(paths)('%s refuses what it does not serve, and says what it does', async (path) => {
  const routes = await routesAt(path);
  const served = await servedAt(path);
  const noRoute = { params: Promise.resolve({}) };
  for (const method of methods.filter((method) => !served.includes(method))) {
    const answer = await routes[method]?.(new Request('http://localhost:3000'), noRoute);
    expect(answer?.status, method).toBe(405);
    expect(Object.fromEntries(answer?.headers ?? [])).toMatchObject({
      allow: [...served, 'OPTIONS'].join(', '),
      'cache-control': 'no-store',
      'content-type': 'application/problem+json',
    });
    const json: unknown = await answer?.json();
    expect(problemSchema.parse(json)).toMatchObject({ kind: 'method-not-allowed', status: 405 });
  }
  const refusals = new Set(methods.filter((method) => !served.includes(method)).map((method) => routes[method]));
  const own = Object.keys(routes).filter((method) => method !== 'OPTIONS' && !refusals.has(routes[method]));
  expect(own.sort(), 'what it says it serves').toEqual(served.filter((method) => method !== 'HEAD').sort());
});
