import {
  idPath,
  removedSchema,
  targetChangeInput,
  targetInput,
  targetListSchema,
  targetSchema,
  targetsQuery,
  wholeTargetSchema,
} from '../target';
import type { Operation } from './operation';

const notThere = { 404: 'It is not there, or not yours' };

/** Targets. */
export const targetOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/targets',
    summary: 'Targets by due day, each with how it stands today',
    permission: 'adoption:see',
    query: targetsQuery,
    answer: targetListSchema,
  },
  {
    method: 'post',
    path: '/targets',
    summary: 'Set a target; refused when it is reached already',
    permission: 'target:set',
    body: targetInput,
    answer: targetSchema,
    problems: { 409: '`too-many-targets`: remove one first' },
  },
  {
    method: 'get',
    path: '/targets/{id}',
    summary: 'One target with its history',
    permission: 'adoption:see',
    params: idPath,
    answer: wholeTargetSchema,
    problems: notThere,
  },
  {
    method: 'patch',
    path: '/targets/{id}',
    summary: 'Change value or day; the history keeps the old ones',
    permission: 'target:set',
    params: idPath,
    body: targetChangeInput,
    answer: targetSchema,
    problems: notThere,
  },
  {
    method: 'delete',
    path: '/targets/{id}',
    summary: 'Remove a target',
    permission: 'target:set',
    params: idPath,
    answer: removedSchema,
    problems: notThere,
  },
];
