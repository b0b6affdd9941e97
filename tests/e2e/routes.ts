import { insightRoutes } from './insight-routes';
import { lastWeek } from './parts/last-week';
import type { Route } from './parts/route';

const everyone = [200, 200, 200, 200, 200] as const;
const missing = [404, 404, 404, 404, 404] as const;
const signedInPage = ['/sign-in', 200, 200, 200, 200] as const;
const signedInMissing = ['/sign-in', 404, 404, 404, 404] as const;
const opsPage = ['/sign-in', 403, 403, 200, 200] as const;
const adminPage = ['/sign-in', 403, 403, 403, 200] as const;
const reader = [401, 200, 200, 200, 200] as const;
const opsReader = [401, 403, 403, 200, 200] as const;
const adminReader = [401, 403, 403, 403, 200] as const;

const signedIn = 'app/(signed-in)';
const v1 = 'app/api/v1';
const bodyForNobody = { baseUrl: 'not an address' };

/** Every page and route of the application and who gets what: replayed against a running server. */
export const routes: readonly Route[] = [
  { file: 'app/sign-in/page.tsx', method: 'GET', path: '/sign-in', answers: [200, '/', '/', '/', '/'] },
  {
    file: 'app/set-up/page.tsx',
    method: 'GET',
    path: '/set-up',
    answers: ['/sign-in', '/sign-in', '/sign-in', '/sign-in', '/sign-in'],
  },
  {
    file: 'app/set-up/[token]/page.tsx',
    method: 'GET',
    path: '/set-up/a-token-that-never-was',
    answers: ['/sign-in', '/sign-in', '/sign-in', '/sign-in', '/sign-in'],
  },
  {
    file: 'app/(links)/invitation/[token]/page.tsx',
    method: 'GET',
    path: '/invitation/a-token-that-never-was',
    answers: missing,
  },
  {
    file: 'app/(links)/password-reset/[token]/page.tsx',
    method: 'GET',
    path: '/password-reset/a-token-that-never-was',
    answers: missing,
  },

  { file: `${signedIn}/page.tsx`, method: 'GET', path: '/', answers: signedInPage },
  {
    file: `${signedIn}/trends/page.tsx`,
    method: 'GET',
    path: '/trends?metric=adoption&period=4w',
    answers: signedInPage,
  },
  {
    file: `${signedIn}/trends/page.tsx`,
    method: 'GET',
    path: '/trends?metric=nonsense',
    answers: signedInMissing,
  },
  { file: `${signedIn}/compare/page.tsx`, method: 'GET', path: '/compare', answers: signedInPage },
  {
    file: `${signedIn}/compare/page.tsx`,
    method: 'GET',
    path: '/compare?from=2026-02-30&to=2026-01-01',
    answers: signedInMissing,
  },
  { file: `${signedIn}/weeks/page.tsx`, method: 'GET', path: '/weeks', answers: signedInPage },
  { file: `${signedIn}/weeks/[week]/page.tsx`, method: 'GET', path: `/weeks/${lastWeek}`, answers: signedInPage },
  { file: `${signedIn}/weeks/[week]/page.tsx`, method: 'GET', path: '/weeks/2026-W60', answers: signedInMissing },
  {
    file: `${signedIn}/weeks/[week]/revisions/[number]/page.tsx`,
    method: 'GET',
    path: `/weeks/${lastWeek}/revisions/1`,
    answers: signedInMissing,
  },
  { file: `${signedIn}/targets/page.tsx`, method: 'GET', path: '/targets', answers: signedInPage },
  { file: `${signedIn}/targets/[id]/page.tsx`, method: 'GET', path: '/targets/none', answers: signedInMissing },
  { file: `${signedIn}/annotations/page.tsx`, method: 'GET', path: '/annotations', answers: signedInPage },
  { file: `${signedIn}/annotations/[id]/page.tsx`, method: 'GET', path: '/annotations/none', answers: signedInMissing },
  { file: `${signedIn}/methodology/page.tsx`, method: 'GET', path: '/methodology', answers: signedInPage },
  { file: `${signedIn}/account/page.tsx`, method: 'GET', path: '/account', answers: signedInPage },
  { file: `${signedIn}/runs/page.tsx`, method: 'GET', path: '/runs', answers: opsPage },
  {
    file: `${signedIn}/weeks/[week]/draft/route.ts`,
    method: 'POST',
    path: `/weeks/${lastWeek}/draft`,
    body: {},
    answers: ['/sign-in', 403, 422, 403, 422],
  },
  {
    file: `${signedIn}/runs/[id]/progress/route.ts`,
    method: 'GET',
    path: '/runs/no-such-run/progress',
    answers: ['/sign-in', 403, 403, 404, 404],
  },
  { file: `${signedIn}/runs/template.csv/route.ts`, method: 'GET', path: '/runs/template.csv', answers: opsPage },
  { file: `${signedIn}/settings/page.tsx`, method: 'GET', path: '/settings', answers: adminPage },
  { file: `${signedIn}/settings/connection/page.tsx`, method: 'GET', path: '/settings/connection', answers: adminPage },
  { file: `${signedIn}/settings/people/page.tsx`, method: 'GET', path: '/settings/people', answers: adminPage },

  { file: 'app/.well-known/security.txt/route.ts', method: 'GET', path: '/.well-known/security.txt', answers: missing },
  { file: 'app/api/health/live/route.ts', method: 'GET', path: '/api/health/live', answers: everyone },
  { file: 'app/api/health/ready/route.ts', method: 'GET', path: '/api/health/ready', answers: everyone },
  { file: 'app/api/metrics/route.ts', method: 'GET', path: '/api/metrics', answers: missing },
  { file: 'app/api/auth/[...nextauth]/route.ts', method: 'GET', path: '/api/auth/session', answers: everyone },
  {
    file: 'app/api/auth/[...nextauth]/route.ts',
    method: 'POST',
    path: '/api/auth/no-such-action',
    answers: [400, 400, 400, 400, 400],
  },

  { file: `${v1}/snapshots/route.ts`, method: 'GET', path: '/api/v1/snapshots?limit=2', answers: reader },
  { file: `${v1}/snapshots/latest/route.ts`, method: 'GET', path: '/api/v1/snapshots/latest', answers: reader },
  { file: `${v1}/metrics/route.ts`, method: 'GET', path: '/api/v1/metrics', answers: reader },
  { file: `${v1}/export/route.ts`, method: 'GET', path: '/api/v1/export?format=csv', answers: reader },
  { file: `${v1}/export/route.ts`, method: 'GET', path: '/api/v1/export?format=json&of=weeks', answers: reader },
  {
    file: `${v1}/export/route.ts`,
    method: 'GET',
    path: '/api/v1/export?format=xlsx&of=trend&metric=adoption&period=4w&compare=previous',
    answers: reader,
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
  ...insightRoutes,
  ...(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const).flatMap((method): Route[] => [
    { file: 'app/api/[[...unknown]]/route.ts', method, path: '/api/no-such-thing', answers: missing },
    { file: `${v1}/[[...unknown]]/route.ts`, method, path: '/api/v1', answers: [401, 404, 404, 404, 404] },
    { file: `${v1}/[[...unknown]]/route.ts`, method, path: '/api/v1/no/such', answers: [401, 404, 404, 404, 404] },
  ]),
];
