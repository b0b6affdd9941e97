import { refreshedSchema, runListSchema, runPath, runSchema, runsQuery } from '../run';
import type { Operation } from './operation';

const noConnection = { 409: 'Nothing is configured yet (`no-connection`)' };
const tooMany = { 429: 'Too many refreshes or calls; `Retry-After` says when to come back' };

/** Runs, and asking for one. */
export const runOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/runs',
    summary: 'Refresh runs, newest first',
    permission: 'run:see',
    query: runsQuery,
    answer: runListSchema,
  },
  {
    method: 'get',
    path: '/runs/{id}',
    summary: 'One refresh run',
    permission: 'run:see',
    params: runPath,
    answer: runSchema,
    problems: { 404: 'There is no such run' },
  },
  {
    method: 'post',
    path: '/refresh',
    summary: 'Ask Enpass now; joins a refresh under way',
    permission: 'refresh:run',
    answer: refreshedSchema,
    problems: { 502: "Enpass failed: `kind` is the failure's, `run` the whole run", ...noConnection, ...tooMany },
  },
];
