import { auditActionsSchema, auditListSchema, auditQuery } from '../audit';
import type { Operation } from './operation';

/** Who did what, and what it may say. */
export const auditOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/audit',
    summary: 'The audit log, newest first; with `format` all of it as a CSV or NDJSON file',
    permission: 'audit:see',
    query: auditQuery,
    answer: auditListSchema,
  },
  {
    method: 'get',
    path: '/audit/actions',
    summary: 'Every action of the audit log, in words',
    permission: 'audit:see',
    answer: auditActionsSchema,
  },
];
