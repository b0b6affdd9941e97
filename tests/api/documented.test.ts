import { expect, test } from 'vitest';
import { operations } from '@/lib/api/operations/list';
import { routePaths, servedAt } from '../support/api';
import { apiWorld } from './api-world';

const { ask } = apiWorld();

const documented = operations.map(
  ({ method, path }) => `${method.toUpperCase()} /api/v1${path.replaceAll(/\{(\w+)\}/g, '[$1]')}`,
);

test('every route of the API is in the document, and the document names no other', async () => {
  const versioned = routePaths().filter((path) => path.startsWith('/api/v1/') && !path.includes('[[...'));
  const methods = await Promise.all(
    versioned.map(async (path) => {
      if (path === '/api/v1/docs') return [`GET ${path}`];
      const served = (await servedAt(path)).filter((method) => method !== 'HEAD');
      return served.map((method) => `${method} ${path}`);
    }),
  );
  expect(methods.flat().sort()).toEqual(documented.toSorted());
});

test('the document is OpenAPI 3.1', async () => {
  const response = await ask('GET', '/openapi.json');
  expect(await response.json()).toMatchObject({
    openapi: '3.1.1',
    servers: [{ url: 'http://localhost:3000/api/v1' }],
  });
});
