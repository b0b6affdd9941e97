import { answer } from '@/app/_doors/answer/answer';
import { queryOf } from '@/app/_doors/answer/read-request';
import { refuseAllBut } from '@/app/_doors/answer/refuse-all-but';
import { apiRoute } from '@/app/_doors/enter/enter-api';
import { endOwnSessions } from '@/lib/services/access/end-sessions';

export const DELETE = apiRoute<{ session: string }>(async (ctx, request, { session }) =>
  answer(await endOwnSessions(ctx, { ...queryOf(request), session })),
);

export const { GET, HEAD, OPTIONS, PATCH, POST, PUT } = refuseAllBut('DELETE');
