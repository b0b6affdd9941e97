import { answer } from '@/app/_doors/answer';
import { queryOf } from '@/app/_doors/asked';
import { apiRoute } from '@/app/_doors/enter/enter-api';
import { refuseAllBut } from '@/app/_doors/refuse-all-but';
import { viewWeekNumbers } from '@/lib/services/view-week';
import { weekJson } from '@/lib/views/api/week';

export const GET = apiRoute<{ week: string }>(async (ctx, request, { week }) =>
  answer(await viewWeekNumbers(ctx, { ...queryOf(request), week }), weekJson),
);

export const { DELETE, OPTIONS, PATCH, POST, PUT } = refuseAllBut('GET');
