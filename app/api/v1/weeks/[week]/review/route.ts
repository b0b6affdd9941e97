import { answer, answerProblem } from '@/app/_doors/answer/answer';
import { answerReview } from '@/app/_doors/answer/answer-review';
import { bodyWith, queryOf } from '@/app/_doors/answer/read-request';
import { refuseAllBut } from '@/app/_doors/answer/refuse-all-but';
import { apiRoute } from '@/app/_doors/enter/enter-api';
import { reviewJson } from '@/lib/api/review';
import { saveReviewDraft } from '@/lib/services/weeks/save-review-draft';
import { viewReview } from '@/lib/services/weeks/view-review';

export const GET = apiRoute<{ week: string }>(async (ctx, request, { week }) =>
  answer(await viewReview(ctx, { ...queryOf(request), week }), reviewJson),
);

export const PUT = apiRoute<{ week: string }>(async (ctx, request, { week }) => {
  const body = await bodyWith(request, { week });
  return body.ok ? answerReview(await saveReviewDraft(ctx, body.value), reviewJson) : answerProblem(body.failure);
});

export const { DELETE, OPTIONS, PATCH, POST } = refuseAllBut('GET', 'PUT');
