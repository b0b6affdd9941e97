import type { z } from 'zod';
import type { Permission } from '@/lib/domain/roles';
import { connectionInput, connectionSchema, connectionTestInput, connectionTestSchema } from '../connection';
import { exportQuery } from '../export';
import { metricListSchema, metricsQuery } from '../metric';
import { refreshedSchema, runListSchema, runPath, runSchema, runsQuery } from '../run';
import { snapshotListSchema, snapshotSchema, snapshotsQuery } from '../snapshot';
import { insightOperations } from './insight-operations';

/** One entry for each thing the API does; the document is made from this list, and a test compares it with the route files. */
export type Operation = {
  readonly method: 'get' | 'put' | 'post' | 'patch' | 'delete';
  /** Below /api/v1, with `{name}` for a part that varies. */
  readonly path: string;
  readonly summary: string;
  /** Null: anybody who is signed in. */
  readonly permission: Permission | null;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodObject;
  readonly answer: z.ZodType | { readonly file: readonly string[] };
  /** Problems beyond those every operation may answer, with what each means here. */
  readonly problems?: Readonly<Record<number, string>>;
};

const noConnection = { 409: 'Nothing is configured yet (`no-connection`)' };
const tooMany = { 429: 'Too many refreshes or calls; `Retry-After` says when to come back' };

export const operations: readonly Operation[] = [
  {
    method: 'get',
    path: '/snapshots',
    summary: 'Snapshots, oldest first, and the gaps between them',
    permission: 'adoption:see',
    query: snapshotsQuery,
    answer: snapshotListSchema,
  },
  {
    method: 'get',
    path: '/snapshots/latest',
    summary: 'The newest snapshot',
    permission: 'adoption:see',
    answer: snapshotSchema,
    problems: { 404: 'There is no snapshot yet' },
  },
  {
    method: 'get',
    path: '/metrics',
    summary: 'The catalogue of metrics: counts and rates',
    permission: 'adoption:see',
    query: metricsQuery,
    answer: metricListSchema,
  },
  {
    method: 'get',
    path: '/export',
    summary: 'Snapshots, weeks or a trend as a file; a CSV or JSON of snapshots can be imported again',
    permission: 'adoption:see',
    query: exportQuery,
    answer: {
      file: ['text/csv', 'application/json', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    },
  },
  ...insightOperations,
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
  {
    method: 'get',
    path: '/openapi.json',
    summary: 'This document',
    permission: null,
    answer: { file: ['application/json'] },
  },
  {
    method: 'get',
    path: '/docs',
    summary: 'This document as a page',
    permission: null,
    answer: { file: ['text/html'] },
  },
];
