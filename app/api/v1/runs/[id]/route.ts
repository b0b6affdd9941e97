import { answer } from '@/app/_doors/answer';
import { queryOf } from '@/app/_doors/asked';
import { apiRoute } from '@/app/_doors/enter/enter-api';
import { refuseAllBut } from '@/app/_doors/refuse-all-but';
import { viewRun } from '@/lib/services/view-run';
import { runJson } from '@/lib/views/api/run';

export const GET = apiRoute<{ id: string }>(async (ctx, request, { id }) =>
  answer(await viewRun(ctx, { ...queryOf(request), id }), runJson),
);

export const { DELETE, OPTIONS, PATCH, POST, PUT } = refuseAllBut('GET');
