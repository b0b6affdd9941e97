import {
  annotationChangeInput,
  annotationInput,
  annotationListSchema,
  annotationPath,
  annotationSchema,
  annotationsQuery,
  wholeAnnotationSchema,
} from '../annotation';
import { removedSchema } from '../target';
import type { Operation } from './operation';

const notThere = { 404: 'It is not there, or not yours' };

/** Annotations. */
export const annotationOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/annotations',
    summary: 'Annotations, newest first; with days, those that touch them',
    permission: 'adoption:see',
    query: annotationsQuery,
    answer: annotationListSchema,
  },
  {
    method: 'post',
    path: '/annotations',
    summary: 'Annotate a day or a span',
    permission: 'annotation:write',
    body: annotationInput,
    answer: annotationSchema,
  },
  {
    method: 'get',
    path: '/annotations/{id}',
    summary: 'One annotation with the weeks before and after it',
    permission: 'adoption:see',
    params: annotationPath,
    answer: wholeAnnotationSchema,
    problems: notThere,
  },
  {
    method: 'patch',
    path: '/annotations/{id}',
    summary: 'Change what is given and keep the rest',
    permission: 'annotation:write',
    params: annotationPath,
    body: annotationChangeInput,
    answer: annotationSchema,
    problems: notThere,
  },
  {
    method: 'delete',
    path: '/annotations/{id}',
    summary: 'Delete an annotation; the audit log keeps what it said',
    permission: 'annotation:write',
    params: annotationPath,
    answer: removedSchema,
    problems: notThere,
  },
];
