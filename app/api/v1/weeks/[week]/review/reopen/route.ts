import { answerProblem } from '@/app/_doors/answer/answer';
import { answerReview } from '@/app/_doors/answer/answer-review';
import { bodyWith } from '@/app/_doors/answer/read-request';
import { refuseAllBut } from '@/app/_doors/answer/refuse-all-but';
import { apiRoute } from '@/app/_doors/enter/enter-api';
import { reviewJson } from '@/lib/api/review';
import { reopenReview } from '@/lib/services/weeks/reopen-review';

export const POST = apiRoute<{ week: string }>(async (ctx, request, { week }) => {
  const body = await bodyWith(request, { week });
  return body.ok ? answerReview(await reopenReview(ctx, body.value), reviewJson) : answerProblem(body.failure);
});

export const { DELETE, GET, HEAD, OPTIONS, PATCH, PUT } = refuseAllBut('POST');
