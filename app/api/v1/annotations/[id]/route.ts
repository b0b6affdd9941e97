import { answer } from '@/app/_doors/answer/answer';
import { bodyWith, queryOf } from '@/app/_doors/answer/read-request';
import { refuseAllBut } from '@/app/_doors/answer/refuse-all-but';
import { apiRoute } from '@/app/_doors/enter/enter-api';
import { annotationJson, wholeAnnotationJson } from '@/lib/api/annotation';
import { changeAnnotation } from '@/lib/services/annotations/change-annotation';
import { removeAnnotation } from '@/lib/services/annotations/remove-annotation';
import { viewAnnotation } from '@/lib/services/annotations/view-annotation';

export const GET = apiRoute<{ id: string }>(async (ctx, request, { id }) =>
  answer(await viewAnnotation(ctx, { ...queryOf(request), id }), wholeAnnotationJson),
);

export const PATCH = apiRoute<{ id: string }>(async (ctx, request, { id }) => {
  const body = await bodyWith(request, { id });
  return answer(body.ok ? await changeAnnotation(ctx, body.value) : body, annotationJson);
});

export const DELETE = apiRoute<{ id: string }>(async (ctx, request, { id }) =>
  answer(await removeAnnotation(ctx, { ...queryOf(request), id })),
);

export const { OPTIONS, POST, PUT } = refuseAllBut('GET', 'PATCH', 'DELETE');
