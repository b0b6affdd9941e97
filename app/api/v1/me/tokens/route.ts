import { answer } from '@/app/_doors/answer/answer';
import { answerList } from '@/app/_doors/answer/answer-list';
import { queryOf } from '@/app/_doors/answer/read-request';
import { refuseAllBut } from '@/app/_doors/answer/refuse-all-but';
import { apiRoute } from '@/app/_doors/enter/enter-api';
import { tokenJson } from '@/lib/api/person';
import { ok } from '@/lib/domain/result';
import { listOwnTokens } from '@/lib/services/tokens/list-tokens';
import { revokeOwnTokens } from '@/lib/services/tokens/revoke-tokens';

export const GET = apiRoute(async (ctx, request) => {
  const listed = await listOwnTokens(ctx, {});
  return answerList(request, listed.ok ? ok(listed.value.tokens) : listed, tokenJson);
});

export const DELETE = apiRoute(async (ctx, request) =>
  answer(await revokeOwnTokens(ctx, { ...queryOf(request), token: 'others' })),
);

export const { OPTIONS, PATCH, POST, PUT } = refuseAllBut('GET', 'DELETE');
