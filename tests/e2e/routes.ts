import type { Route } from './parts/route';
import { missing, v1 } from './routes/answers';
import { connectionRoutes } from './routes/connection';
import { meRoutes } from './routes/me';
import { operationRoutes } from './routes/operation';
import { pageRoutes } from './routes/pages';
import { peopleRoutes } from './routes/people';
import { snapshotRoutes } from './routes/snapshots';
import { targetRoutes } from './routes/targets';
import { weekRoutes } from './routes/weeks';

/** Every page and route of the application and who gets what: replayed against a running server. */
export const routes: readonly Route[] = [
  ...pageRoutes,
  ...operationRoutes,
  ...meRoutes,
  ...snapshotRoutes,
  ...connectionRoutes,
  ...peopleRoutes,
  ...weekRoutes,
  ...targetRoutes,
  ...(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const).flatMap((method): Route[] => [
    { file: 'app/api/[[...unknown]]/route.ts', method, path: '/api/no-such-thing', answers: missing },
    { file: `${v1}/[[...unknown]]/route.ts`, method, path: '/api/v1', answers: [401, 404, 404, 404, 404] },
    { file: `${v1}/[[...unknown]]/route.ts`, method, path: '/api/v1/no/such', answers: [401, 404, 404, 404, 404] },
  ]),
];
