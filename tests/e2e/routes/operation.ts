import type { Route } from '../parts/route';
import { everyone, missing } from './answers';

/** Health, measurements and sign-in: what no version of the API has. */
export const operationRoutes: readonly Route[] = [
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
  // Without a provider there is nothing to sign in at.
  { file: 'app/api/auth/signin/oidc/route.ts', method: 'POST', path: '/api/auth/signin/oidc', answers: missing },
  { file: 'app/api/auth/callback/oidc/route.ts', method: 'GET', path: '/api/auth/callback/oidc', answers: missing },
];
