import { answer } from '@/app/_doors/answer/answer';
import { answerList } from '@/app/_doors/answer/answer-list';
import { queryOf } from '@/app/_doors/answer/read-request';
import { refuseAllBut } from '@/app/_doors/answer/refuse-all-but';
import { apiRoute } from '@/app/_doors/enter/enter-api';
import { tokenJson } from '@/lib/api/person';
import { ok } from '@/lib/domain/result';
import { listTokens } from '@/lib/services/tokens/list-tokens';
import { revokeTokens } from '@/lib/services/tokens/revoke-tokens';

export const GET = apiRoute<{ id: string }>(async (ctx, request, { id }) => {
  const listed = await listTokens(ctx, { person: id });
  return answerList(request, listed.ok ? ok(listed.value.tokens) : listed, tokenJson);
});

export const DELETE = apiRoute<{ id: string }>(async (ctx, request, { id }) =>
  answer(await revokeTokens(ctx, { ...queryOf(request), person: id, token: 'others' })),
);

export const { OPTIONS, PATCH, POST, PUT } = refuseAllBut('GET', 'DELETE');
