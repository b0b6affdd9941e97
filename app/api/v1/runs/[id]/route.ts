import { answer } from '@/app/_doors/answer/answer';
import { queryOf } from '@/app/_doors/answer/read-request';
import { refuseAllBut } from '@/app/_doors/answer/refuse-all-but';
import { apiRoute } from '@/app/_doors/enter/enter-api';
import { runJson } from '@/lib/api/run';
import { viewRun } from '@/lib/services/capture/view-run';

export const GET = apiRoute<{ id: string }>(async (ctx, request, { id }) =>
  answer(await viewRun(ctx, { ...queryOf(request), id }), runJson),
);

export const { DELETE, OPTIONS, PATCH, POST, PUT } = refuseAllBut('GET');
