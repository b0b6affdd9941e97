import type { Route } from '../parts/route';
import { reader, readerOfNothing, v1, writer } from './answers';

/** Targets and annotations; changes are asked for with a fault here, too. */
export const targetRoutes: readonly Route[] = [...things('targets', 422), ...things('annotations', 404)];

function things(name: 'targets' | 'annotations', changedNothing: number): Route[] {
  const [all, one] = [`${v1}/${name}/route.ts`, `${v1}/${name}/[id]/route.ts`];
  const path = `/api/v1/${name}/nobody-made-this`;
  return [
    { file: all, method: 'GET', path: `/api/v1/${name}`, answers: reader },
    { file: all, method: 'POST', path: `/api/v1/${name}`, body: {}, answers: writer(422) },
    { file: one, method: 'GET', path, answers: readerOfNothing },
    { file: one, method: 'PATCH', path, body: {}, answers: writer(changedNothing) },
    { file: one, method: 'DELETE', path, answers: writer(404) },
  ];
}
