import { compareQuery, comparisonSchema } from '../compare';
import { trendQuery, trendSchema } from '../trend';
import type { Operation } from './operation';

/** Metrics over time, and between two days. */
export const trendOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/trends',
    summary: 'One metric over time, daily or by weekly closes',
    permission: 'adoption:see',
    query: trendQuery,
    answer: trendSchema,
  },
  {
    method: 'get',
    path: '/compare',
    summary: 'Two days side by side, every metric with its change and where that came from',
    permission: 'adoption:see',
    query: compareQuery,
    answer: comparisonSchema,
  },
];
