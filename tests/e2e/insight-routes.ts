import type { Route } from './parts/route';

const v1 = 'app/api/v1';
const reader = [401, 200, 200, 200, 200] as const;
const readerOfNothing = [401, 404, 404, 404, 404] as const;
const writer = (status: number) => [401, 403, status, 403, status] as const;

/** Changes that a role allows are asked for with a fault, so that nothing changes. */
export const insightRoutes: readonly Route[] = [
  { file: `${v1}/trends/route.ts`, method: 'GET', path: '/api/v1/trends?metric=adoption', answers: reader },
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
  ...things('targets', 422),
  ...things('annotations', 404),
];

function review(part: '/' | '/complete/' | '/reopen/', method: Route['method'], status: number): Route[] {
  const path = `/api/v1/weeks/1999-W01/review${part}`.replace(/\/$/, '');
  const body = method === 'GET' ? {} : { body: {} };
  return [{ file: `${v1}/weeks/[week]/review${part}route.ts`, method, path, ...body, answers: writer(status) }];
}

function things(name: 'targets' | 'annotations', changedNothing: number): Route[] {
  const [all, one] = [`${v1}/${name}/route.ts`, `${v1}/${name}/[id]/route.ts`];
  const path = `/api/v1/${name}/nobody-made-this`;
  return [
    { file: all, method: 'GET', path: `/api/v1/${name}`, answers: reader },
    { file: all, method: 'POST', path: `/api/v1/${name}`, body: {}, answers: writer(422) },
    { file: one, method: 'GET', path, answers: readerOfNothing },
    { file: one, method: 'PATCH', path, body: {}, answers: writer(changedNothing) },
    { file: one, method: 'DELETE', path, answers: writer(404) },
  ];
}
