import { weekPath } from '../review';
import { weekListSchema, weekSchema, weeksQuery } from '../week';
import type { Operation } from './operation';

const noWeek = { 404: 'The week lies before the first snapshot or in the future' };

/** Weeks in numbers. */
export const weekOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/weeks',
    summary: 'Weeks, newest first, with their closing snapshot',
    permission: 'adoption:see',
    query: weeksQuery,
    answer: weekListSchema,
  },
  {
    method: 'get',
    path: '/weeks/{week}',
    summary: 'One week',
    permission: 'adoption:see',
    params: weekPath,
    answer: weekSchema,
    problems: noWeek,
  },
];
