import type { Route } from '../parts/route';
import { opsReader, reader, signedInPage, v1 } from './answers';

/** Snapshots, what is made of them, and the runs that take them. */
export const snapshotRoutes: readonly Route[] = [
  { file: `${v1}/snapshots/route.ts`, method: 'GET', path: '/api/v1/snapshots?limit=2', answers: reader },
  { file: `${v1}/snapshots/latest/route.ts`, method: 'GET', path: '/api/v1/snapshots/latest', answers: reader },
  { file: `${v1}/forecast/route.ts`, method: 'GET', path: '/api/v1/forecast', answers: [401, 422, 422, 422, 422] },
  { file: `${v1}/metrics/route.ts`, method: 'GET', path: '/api/v1/metrics', answers: reader },
  { file: `${v1}/export/route.ts`, method: 'GET', path: '/api/v1/export?format=csv', answers: reader },
  { file: `${v1}/export/route.ts`, method: 'GET', path: '/api/v1/export?format=json&of=weeks', answers: reader },
  {
    file: `${v1}/export/route.ts`,
    method: 'GET',
    path: '/api/v1/export?format=xlsx&of=trend&metric=adoption&period=4w&compare=previous',
    answers: reader,
  },
  {
    file: `${v1}/import/route.ts`,
    method: 'POST',
    path: '/api/v1/import?dryRun=true',
    answers: [401, 403, 403, 422, 422],
  },
  { file: `${v1}/openapi.json/route.ts`, method: 'GET', path: '/api/v1/openapi.json', answers: reader },
  { file: `${v1}/docs/page.tsx`, method: 'GET', path: '/api/v1/docs', answers: signedInPage },
  { file: `${v1}/runs/route.ts`, method: 'GET', path: '/api/v1/runs?limit=2', answers: opsReader },
  {
    file: `${v1}/runs/[id]/route.ts`,
    method: 'GET',
    path: '/api/v1/runs/no-such-run',
    answers: [401, 403, 403, 404, 404],
  },
  { file: `${v1}/refresh/route.ts`, method: 'POST', path: '/api/v1/refresh', answers: opsReader },
];
