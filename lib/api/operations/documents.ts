import type { Operation } from './operation';

/** The description of the API itself. */
export const documentOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/openapi.json',
    summary: 'This document',
    permission: null,
    answer: { file: ['application/json'] },
  },
  {
    method: 'get',
    path: '/docs',
    summary: 'This document as a page',
    permission: null,
    answer: { file: ['text/html'] },
  },
];
