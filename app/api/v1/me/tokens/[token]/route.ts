import { answer } from '@/app/_doors/answer/answer';
import { queryOf } from '@/app/_doors/answer/read-request';
import { refuseAllBut } from '@/app/_doors/answer/refuse-all-but';
import { apiRoute } from '@/app/_doors/enter/enter-api';
import { revokeOwnTokens } from '@/lib/services/tokens/revoke-tokens';

export const DELETE = apiRoute<{ token: string }>(async (ctx, request, { token }) =>
  answer(await revokeOwnTokens(ctx, { ...queryOf(request), token })),
);

export const { GET, HEAD, OPTIONS, PATCH, POST, PUT } = refuseAllBut('DELETE');
