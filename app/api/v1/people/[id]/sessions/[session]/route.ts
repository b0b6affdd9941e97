import { answer } from '@/app/_doors/answer/answer';
import { queryOf } from '@/app/_doors/answer/read-request';
import { refuseAllBut } from '@/app/_doors/answer/refuse-all-but';
import { apiRoute } from '@/app/_doors/enter/enter-api';
import { endSessions } from '@/lib/services/access/end-sessions';

export const DELETE = apiRoute<{ id: string; session: string }>(async (ctx, request, { id, session }) =>
  answer(await endSessions(ctx, { ...queryOf(request), person: id, session })),
);

export const { GET, HEAD, OPTIONS, PATCH, POST, PUT } = refuseAllBut('DELETE');
