import { answer, answerJson, answerProblem } from '@/app/_doors/answer/answer';
import { bodyOf, queryOf } from '@/app/_doors/answer/read-request';
import { refuseAllBut } from '@/app/_doors/answer/refuse-all-but';
import { apiRoute } from '@/app/_doors/enter/enter-api';
import { connectionJson } from '@/lib/api/connection';
import { saveConnection } from '@/lib/services/connection/save-connection';
import { viewConnection } from '@/lib/services/connection/view-connection';

export const GET = apiRoute(async (ctx, request) => {
  const viewed = await viewConnection(ctx, queryOf(request));
  if (!viewed.ok) return answerProblem(viewed.failure);
  return viewed.value === null ? answerProblem({ kind: 'not-found' }) : answerJson(connectionJson(viewed.value));
});

export const PUT = apiRoute(async (ctx, request) => {
  const body = await bodyOf(request);
  return answer(body.ok ? await saveConnection(ctx, body.value) : body, connectionJson);
});

export const { DELETE, OPTIONS, PATCH, POST } = refuseAllBut('GET', 'PUT');
