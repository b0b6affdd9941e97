import { answer } from '@/app/_doors/answer/answer';
import { bodyWith, queryOf } from '@/app/_doors/answer/read-request';
import { refuseAllBut } from '@/app/_doors/answer/refuse-all-but';
import { apiRoute } from '@/app/_doors/enter/enter-api';
import { targetJson, wholeTargetJson } from '@/lib/api/target';
import { changeTarget } from '@/lib/services/targets/change-target';
import { removeTarget } from '@/lib/services/targets/remove-target';
import { viewTarget } from '@/lib/services/targets/view-target';

export const GET = apiRoute<{ id: string }>(async (ctx, request, { id }) =>
  answer(await viewTarget(ctx, { ...queryOf(request), id }), wholeTargetJson),
);

export const PATCH = apiRoute<{ id: string }>(async (ctx, request, { id }) => {
  const body = await bodyWith(request, { id });
  return answer(body.ok ? await changeTarget(ctx, body.value) : body, targetJson);
});

export const DELETE = apiRoute<{ id: string }>(async (ctx, request, { id }) =>
  answer(await removeTarget(ctx, { ...queryOf(request), id })),
);

export const { OPTIONS, POST, PUT } = refuseAllBut('GET', 'PATCH', 'DELETE');
