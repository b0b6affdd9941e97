import { answer } from '@/app/_doors/answer/answer';
import { bodyOf, queryOf } from '@/app/_doors/answer/read-request';
import { refuseAllBut } from '@/app/_doors/answer/refuse-all-but';
import { apiRoute } from '@/app/_doors/enter/enter-api';
import { annotationJson } from '@/lib/api/annotation';
import { addAnnotation } from '@/lib/services/annotations/add-annotation';
import { listAnnotations } from '@/lib/services/annotations/list-annotations';

export const GET = apiRoute(async (ctx, request) =>
  answer(await listAnnotations(ctx, queryOf(request)), ({ annotations, next }) => ({
    data: annotations.map(annotationJson),
    next,
  })),
);

export const POST = apiRoute(async (ctx, request) => {
  const body = await bodyOf(request);
  return answer(body.ok ? await addAnnotation(ctx, body.value) : body, annotationJson);
});

export const { DELETE, OPTIONS, PATCH, PUT } = refuseAllBut('GET', 'POST');
