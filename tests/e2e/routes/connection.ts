import type { Route } from '../parts/route';
import { adminReader, v1 } from './answers';

const bodyForNobody = { baseUrl: 'not an address' };

export const connectionRoutes: readonly Route[] = [
  { file: `${v1}/connection/route.ts`, method: 'GET', path: '/api/v1/connection', answers: adminReader },
  {
    file: `${v1}/connection/route.ts`,
    method: 'PUT',
    path: '/api/v1/connection',
    body: bodyForNobody,
    answers: [401, 403, 403, 403, 422],
  },
  {
    file: `${v1}/connection/test/route.ts`,
    method: 'POST',
    path: '/api/v1/connection/test',
    body: bodyForNobody,
    answers: [401, 403, 403, 403, 422],
  },
  { file: `${v1}/audit/route.ts`, method: 'GET', path: '/api/v1/audit', answers: adminReader },
  { file: `${v1}/audit/actions/route.ts`, method: 'GET', path: '/api/v1/audit/actions', answers: adminReader },
];
