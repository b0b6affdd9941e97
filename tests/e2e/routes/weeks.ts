import type { Route } from '../parts/route';
import { reader, readerOfNothing, v1, writer } from './answers';

/** Trends, weeks and their reviews. Changes that a role allows are asked for with a fault, so that nothing changes. */
export const weekRoutes: readonly Route[] = [
  { file: `${v1}/trends/route.ts`, method: 'GET', path: '/api/v1/trends?metric=adoption', answers: reader },
  {
    file: `${v1}/compare/route.ts`,
    method: 'GET',
    path: '/api/v1/compare?from=2026-02-02&to=2026-01-01',
    answers: [401, 422, 422, 422, 422],
  },
  { file: `${v1}/weeks/route.ts`, method: 'GET', path: '/api/v1/weeks?limit=2', answers: reader },
  { file: `${v1}/weeks/[week]/route.ts`, method: 'GET', path: '/api/v1/weeks/1999-W01', answers: readerOfNothing },
  ...review('/', 'GET', 404),
  ...review('/', 'PUT', 422),
  ...review('/complete/', 'POST', 422),
  ...review('/reopen/', 'POST', 409),
  {
    file: `${v1}/weeks/[week]/review/revisions/route.ts`,
    method: 'GET',
    path: '/api/v1/weeks/1999-W01/review/revisions',
    answers: reader,
  },
  {
    file: `${v1}/weeks/[week]/review/revisions/[number]/route.ts`,
    method: 'GET',
    path: '/api/v1/weeks/1999-W01/review/revisions/1',
    answers: readerOfNothing,
  },
];

function review(part: '/' | '/complete/' | '/reopen/', method: Route['method'], status: number): Route[] {
  const path = `/api/v1/weeks/1999-W01/review${part}`.replace(/\/$/, '');
  const body = method === 'GET' ? {} : { body: {} };
  return [{ file: `${v1}/weeks/[week]/review${part}route.ts`, method, path, ...body, answers: writer(status) }];
}
