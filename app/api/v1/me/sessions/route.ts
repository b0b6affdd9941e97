import { answer } from '@/app/_doors/answer/answer';
import { answerList } from '@/app/_doors/answer/answer-list';
import { queryOf } from '@/app/_doors/answer/read-request';
import { refuseAllBut } from '@/app/_doors/answer/refuse-all-but';
import { apiRoute } from '@/app/_doors/enter/enter-api';
import { sessionJson } from '@/lib/api/person';
import { ok } from '@/lib/domain/result';
import { endOwnSessions } from '@/lib/services/access/end-sessions';
import { listOwnSessions } from '@/lib/services/access/list-sessions';

export const GET = apiRoute(async (ctx, request) => {
  const listed = await listOwnSessions(ctx, {});
  return answerList(request, listed.ok ? ok(listed.value.sessions) : listed, sessionJson);
});

export const DELETE = apiRoute(async (ctx, request) =>
  answer(await endOwnSessions(ctx, { ...queryOf(request), session: 'others' })),
);

export const { OPTIONS, PATCH, POST, PUT } = refuseAllBut('GET', 'DELETE');
