import { lastWeek } from '../parts/last-week';
import type { Route } from '../parts/route';
import { missing, signedInPage } from './answers';

const signedInMissing = ['/sign-in', 404, 404, 404, 404] as const;
const opsPage = ['/sign-in', 403, 403, 200, 200] as const;
const opsMissing = ['/sign-in', 403, 403, 404, 404] as const;
const adminPage = ['/sign-in', 403, 403, 403, 200] as const;

const signedIn = 'app/(signed-in)';

export const pageRoutes: readonly Route[] = [
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
    answers: missing,
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
  { file: `${signedIn}/trends/views/page.tsx`, method: 'GET', path: '/trends/views', answers: signedInPage },
  { file: `${signedIn}/compare/page.tsx`, method: 'GET', path: '/compare', answers: signedInPage },
  {
    file: `${signedIn}/compare/page.tsx`,
    method: 'GET',
    path: '/compare?from=2026-02-30&to=2026-01-01',
    answers: signedInMissing,
  },
  { file: `${signedIn}/weeks/page.tsx`, method: 'GET', path: '/weeks', answers: signedInPage },
  { file: `${signedIn}/weeks/page.tsx`, method: 'GET', path: '/weeks?q=the', answers: signedInPage },
  { file: `${signedIn}/weeks/page.tsx`, method: 'GET', path: `/weeks?q=${'a'.repeat(201)}`, answers: signedInMissing },
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
  { file: `${signedIn}/places/route.ts`, method: 'GET', path: '/places', answers: signedInPage },
  { file: `${signedIn}/account/page.tsx`, method: 'GET', path: '/account', answers: signedInPage },
  { file: `${signedIn}/runs/page.tsx`, method: 'GET', path: '/runs', answers: opsPage },
  {
    file: `${signedIn}/runs/page.tsx`,
    method: 'GET',
    path: '/runs?outcome=failed&by=&kind=&from=2026-01-01',
    answers: opsPage,
  },
  {
    file: `${signedIn}/runs/page.tsx`,
    method: 'GET',
    path: '/runs?outcome=perhaps&from=2026-02-30',
    answers: opsMissing,
  },
  { file: `${signedIn}/runs/days/page.tsx`, method: 'GET', path: '/runs/days', answers: opsPage },
  { file: `${signedIn}/runs/days/page.tsx`, method: 'GET', path: '/runs/days?year=1066', answers: opsMissing },
  { file: `${signedIn}/runs/[id]/page.tsx`, method: 'GET', path: '/runs/no-such-run', answers: opsMissing },
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
  {
    file: `${signedIn}/settings/people/[id]/page.tsx`,
    method: 'GET',
    path: '/settings/people/nobody-here',
    answers: ['/sign-in', 403, 403, 403, 404],
  },
  { file: `${signedIn}/settings/sign-in/page.tsx`, method: 'GET', path: '/settings/sign-in', answers: adminPage },
  { file: `${signedIn}/settings/audit/page.tsx`, method: 'GET', path: '/settings/audit', answers: adminPage },
  { file: `${signedIn}/settings/people/page.tsx`, method: 'GET', path: '/settings/people', answers: adminPage },
];
