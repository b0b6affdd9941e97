import { exportQuery } from '../export';
import type { Operation } from './operation';

/** Files that leave the history. */
export const transferOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/export',
    summary:
      'Snapshots, weeks, a trend or two days compared, as a file; a CSV or JSON of snapshots can be imported again',
    permission: 'adoption:see',
    query: exportQuery,
    answer: {
      file: ['text/csv', 'application/json', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    },
  },
];
