import {
  completeInput,
  reopenInput,
  reviewInput,
  reviewSchema,
  revisionListSchema,
  revisionPath,
  revisionSchema,
  revisionsQuery,
  weekPath,
  wholeRevisionSchema,
} from '../review';
import type { Operation } from './operation';

const noWeek = { 404: 'The week lies before the first snapshot or in the future' };
const conflict =
  '`review-conflict`: somebody saved meanwhile, `review` is their text; `review-completed`: reopen it first';
const notThere = { 404: 'It is not there, or not yours' };

/** Reviews of weeks and their revisions. */
export const reviewOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/weeks/{week}/review',
    summary: 'The review of a week as it is being written',
    permission: 'review:write',
    params: weekPath,
    answer: reviewSchema,
    problems: noWeek,
  },
  {
    method: 'put',
    path: '/weeks/{week}/review',
    summary: 'Save the draft over the version it is based on',
    permission: 'review:write',
    params: weekPath,
    body: reviewInput,
    answer: reviewSchema,
    problems: { ...noWeek, 409: conflict },
  },
  {
    method: 'post',
    path: '/weeks/{week}/review/complete',
    summary: 'Freeze the week with its review as the next revision',
    permission: 'review:write',
    params: weekPath,
    body: completeInput,
    answer: revisionSchema,
    problems: { ...noWeek, 409: `${conflict}; \`week-unfinished\`: the week is not over` },
  },
  {
    method: 'post',
    path: '/weeks/{week}/review/reopen',
    summary: 'Begin the next revision with the text of the last',
    permission: 'review:write',
    params: weekPath,
    body: reopenInput,
    answer: reviewSchema,
    problems: { 409: '`review-not-completed`: there is nothing to reopen' },
  },
  {
    method: 'get',
    path: '/weeks/{week}/review/revisions',
    summary: 'The completed revisions of a review, oldest first',
    permission: 'adoption:see',
    params: weekPath,
    query: revisionsQuery.omit({ week: true }),
    answer: revisionListSchema,
  },
  {
    method: 'get',
    path: '/weeks/{week}/review/revisions/{number}',
    summary: 'A completed review as it was signed',
    permission: 'adoption:see',
    params: revisionPath,
    answer: wholeRevisionSchema,
    problems: notThere,
  },
];
