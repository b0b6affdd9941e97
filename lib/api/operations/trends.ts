import { trendQuery, trendSchema } from '../trend';
import type { Operation } from './operation';

/** Metrics over time. */
export const trendOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/trends',
    summary: 'One metric over time, daily or by weekly closes',
    permission: 'adoption:see',
    query: trendQuery,
    answer: trendSchema,
  },
];
