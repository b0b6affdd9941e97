import { answer } from '@/app/_doors/answer/answer';
import { bodyOf, queryOf } from '@/app/_doors/answer/read-request';
import { refuseAllBut } from '@/app/_doors/answer/refuse-all-but';
import { apiRoute } from '@/app/_doors/enter/enter-api';
import { targetJson } from '@/lib/api/target';
import { listTargets } from '@/lib/services/targets/list-targets';
import { setTarget } from '@/lib/services/targets/set-target';

export const GET = apiRoute(async (ctx, request) =>
  answer(await listTargets(ctx, queryOf(request)), ({ targets, next }) => ({ data: targets.map(targetJson), next })),
);

export const POST = apiRoute(async (ctx, request) => {
  const body = await bodyOf(request);
  return answer(body.ok ? await setTarget(ctx, body.value) : body, targetJson);
});

export const { DELETE, OPTIONS, PATCH, PUT } = refuseAllBut('GET', 'POST');
