import type { Route } from '../parts/route';
import { adminReader, reader, v1 } from './answers';

const adminOf = (status: number) => [401, 403, 403, 403, status] as const;
const everybodyOf = (status: number) => [401, status, status, status, status] as const;

/** People, sessions and tokens. What would end those of the audience asks for what is not there, or with a fault. */
export const peopleRoutes: readonly Route[] = [
  { file: `${v1}/people/route.ts`, method: 'GET', path: '/api/v1/people', answers: adminReader },
  { file: `${v1}/me/sessions/route.ts`, method: 'GET', path: '/api/v1/me/sessions', answers: reader },
  { file: `${v1}/me/tokens/route.ts`, method: 'GET', path: '/api/v1/me/tokens', answers: reader },
  {
    file: `${v1}/me/sessions/route.ts`,
    method: 'DELETE',
    path: '/api/v1/me/sessions?current=x',
    answers: everybodyOf(422),
  },
  {
    file: `${v1}/me/tokens/route.ts`,
    method: 'DELETE',
    path: '/api/v1/me/tokens?current=x',
    answers: everybodyOf(422),
  },
  ...(['sessions', 'tokens'] as const).flatMap((what): Route[] => {
    const one = what.slice(0, -1);
    const path = `/api/v1/people/nobody/${what}`;
    return [
      { file: `${v1}/people/[id]/${what}/route.ts`, method: 'GET', path, answers: adminOf(404) },
      { file: `${v1}/people/[id]/${what}/route.ts`, method: 'DELETE', path, answers: adminOf(404) },
      {
        file: `${v1}/people/[id]/${what}/[${one}]/route.ts`,
        method: 'DELETE',
        path: `${path}/none`,
        answers: adminOf(404),
      },
      {
        file: `${v1}/me/${what}/[${one}]/route.ts`,
        method: 'DELETE',
        path: `/api/v1/me/${what}/none`,
        answers: everybodyOf(404),
      },
    ];
  }),
];
