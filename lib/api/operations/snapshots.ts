import { metricListSchema, metricsQuery } from '../metric';
import { snapshotListSchema, snapshotSchema, snapshotsQuery } from '../snapshot';
import type { Operation } from './operation';

/** Snapshots and the metrics made of them. */
export const snapshotOperations: readonly Operation[] = [
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
];
