import { connectionInput, connectionSchema, connectionTestInput, connectionTestSchema } from '../connection';
import type { Operation } from './operation';

const noConnection = { 409: 'Nothing is configured yet (`no-connection`)' };
const tooMany = { 429: 'Too many refreshes or calls; `Retry-After` says when to come back' };

/** The connection to Enpass. */
export const connectionOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/connection',
    summary: 'The Enpass connection that rules; never the token',
    permission: 'connection:manage',
    answer: connectionSchema,
    problems: { 404: 'Nothing is configured yet' },
  },
  {
    method: 'put',
    path: '/connection',
    summary: 'Save the Enpass connection; from then on the environment is ignored',
    permission: 'connection:manage',
    by: 'confirmed session',
    body: connectionInput,
    answer: connectionSchema,
  },
  {
    method: 'post',
    path: '/connection/test',
    summary: 'Try a connection once and store nothing; an empty object tests what is saved',
    permission: 'connection:manage',
    body: connectionTestInput,
    answer: connectionTestSchema,
    problems: { ...noConnection, ...tooMany },
  },
];
