import { refusalDetail, refusals } from '@/lib/views/words/refusals';

/** What the server refuses before Next sees it; the rest of the table is in app/_doors/answer/problems.ts. */
export const edgeStatuses = {
  'malformed-address': 400,
  unreadable: 400,
  'not-signed-in': 401,
  'cross-origin': 403,
  'not-allowed': 403,
  'method-not-allowed': 405,
  'too-large': 413,
  'database-away': 503,
  'database-unwritable': 503,
} as const;

export type EdgeProblem = keyof typeof edgeStatuses;

export const edgeProblem = (kind: EdgeProblem) => ({
  status: edgeStatuses[kind],
  title: refusals[kind].title,
  detail: refusalDetail(kind),
});
