import { forecastQuery, forecastSchema } from '../forecast';
import type { Operation } from './operation';

/** What is to be expected. */
export const forecastOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/forecast',
    summary: 'What a metric is expected to be on a day, and when it reaches a value',
    permission: 'adoption:see',
    query: forecastQuery,
    answer: forecastSchema,
  },
];
