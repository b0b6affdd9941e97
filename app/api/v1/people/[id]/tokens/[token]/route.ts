import { answer } from '@/app/_doors/answer/answer';
import { queryOf } from '@/app/_doors/answer/read-request';
import { refuseAllBut } from '@/app/_doors/answer/refuse-all-but';
import { apiRoute } from '@/app/_doors/enter/enter-api';
import { revokeTokens } from '@/lib/services/tokens/revoke-tokens';

export const DELETE = apiRoute<{ id: string; token: string }>(async (ctx, request, { id, token }) =>
  answer(await revokeTokens(ctx, { ...queryOf(request), person: id, token })),
);

export const { GET, HEAD, OPTIONS, PATCH, POST, PUT } = refuseAllBut('DELETE');
