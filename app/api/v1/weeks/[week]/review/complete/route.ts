import { answerProblem } from '@/app/_doors/answer/answer';
import { answerReview } from '@/app/_doors/answer/answer-review';
import { bodyWith } from '@/app/_doors/answer/read-request';
import { refuseAllBut } from '@/app/_doors/answer/refuse-all-but';
import { apiRoute } from '@/app/_doors/enter/enter-api';
import { revisionJson } from '@/lib/api/review';
import { completeReview } from '@/lib/services/weeks/complete-review';

export const POST = apiRoute<{ week: string }>(async (ctx, request, { week }) => {
  const body = await bodyWith(request, { week });
  return body.ok ? answerReview(await completeReview(ctx, body.value), revisionJson) : answerProblem(body.failure);
});

export const { DELETE, GET, HEAD, OPTIONS, PATCH, PUT } = refuseAllBut('POST');
