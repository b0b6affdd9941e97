import { answerProblem } from '@/app/_doors/answer';
import { answerReview } from '@/app/_doors/answer-review';
import { bodyWith } from '@/app/_doors/asked';
import { apiRoute } from '@/app/_doors/enter/enter-api';
import { refuseAllBut } from '@/app/_doors/refuse-all-but';
import { completeReview } from '@/lib/services/complete-review';
import { revisionJson } from '@/lib/views/api/review';

export const POST = apiRoute<{ week: string }>(async (ctx, request, { week }) => {
  const body = await bodyWith(request, { week });
  return body.ok ? answerReview(await completeReview(ctx, body.value), revisionJson) : answerProblem(body.failure);
});

export const { DELETE, GET, HEAD, OPTIONS, PATCH, PUT } = refuseAllBut('POST');
