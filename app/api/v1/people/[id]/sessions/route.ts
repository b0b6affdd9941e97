import { answer } from '@/app/_doors/answer/answer';
import { answerList } from '@/app/_doors/answer/answer-list';
import { queryOf } from '@/app/_doors/answer/read-request';
import { refuseAllBut } from '@/app/_doors/answer/refuse-all-but';
import { apiRoute } from '@/app/_doors/enter/enter-api';
import { sessionJson } from '@/lib/api/person';
import { ok } from '@/lib/domain/result';
import { endSessions } from '@/lib/services/access/end-sessions';
import { listSessions } from '@/lib/services/access/list-sessions';

export const GET = apiRoute<{ id: string }>(async (ctx, request, { id }) => {
  const listed = await listSessions(ctx, { person: id });
  return answerList(request, listed.ok ? ok(listed.value.sessions) : listed, sessionJson);
});

export const DELETE = apiRoute<{ id: string }>(async (ctx, request, { id }) =>
  answer(await endSessions(ctx, { ...queryOf(request), person: id, session: 'others' })),
);

export const { OPTIONS, PATCH, POST, PUT } = refuseAllBut('GET', 'DELETE');
