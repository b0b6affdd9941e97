import { exportQuery } from '../export';
import { importedSchema, importMediaTypes, importQuery } from '../import';
import type { Operation } from './operation';

/** Files that leave the history, and those that come to it. */
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
  {
    method: 'post',
    path: '/import',
    summary:
      'Take old numbers from a CSV or JSON file of up to 8 MB, all or nothing; captured days are kept as they are',
    permission: 'history:import',
    query: importQuery,
    body: { file: importMediaTypes },
    answer: importedSchema,
    problems: { 422: 'The file is refused whole: `detail` says why, `errors` names each line' },
  },
];
