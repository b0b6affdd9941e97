import { answerProblem } from '@/app/_doors/answer';
import { answerReview } from '@/app/_doors/answer-review';
import { bodyWith } from '@/app/_doors/asked';
import { apiRoute } from '@/app/_doors/enter/enter-api';
import { refuseAllBut } from '@/app/_doors/refuse-all-but';
import { reopenReview } from '@/lib/services/reopen-review';
import { reviewJson } from '@/lib/views/api/review';

export const POST = apiRoute<{ week: string }>(async (ctx, request, { week }) => {
  const body = await bodyWith(request, { week });
  return body.ok ? answerReview(await reopenReview(ctx, body.value), reviewJson) : answerProblem(body.failure);
});

export const { DELETE, GET, HEAD, OPTIONS, PATCH, PUT } = refuseAllBut('POST');
