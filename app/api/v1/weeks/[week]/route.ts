import { answer } from '@/app/_doors/answer/answer';
import { queryOf } from '@/app/_doors/answer/read-request';
import { refuseAllBut } from '@/app/_doors/answer/refuse-all-but';
import { apiRoute } from '@/app/_doors/enter/enter-api';
import { weekJson } from '@/lib/api/week';
import { viewWeekNumbers } from '@/lib/services/weeks/view-week';

export const GET = apiRoute<{ week: string }>(async (ctx, request, { week }) =>
  answer(await viewWeekNumbers(ctx, { ...queryOf(request), week }), weekJson),
);

export const { DELETE, OPTIONS, PATCH, POST, PUT } = refuseAllBut('GET');
