import { answerProblem } from '@/app/_doors/answer/answer';
import { answerFile } from '@/app/_doors/answer/answer-file';
import { queryOf } from '@/app/_doors/answer/read-request';
import { refuseAllBut } from '@/app/_doors/answer/refuse-all-but';
import { apiRoute } from '@/app/_doors/enter/enter-api';
import { exportHistory } from '@/lib/services/transfer/export-history';

export const GET = apiRoute(async (ctx, request) => {
  const exported = await exportHistory(ctx, queryOf(request));
  return exported.ok ? answerFile(exported.value) : answerProblem(exported.failure);
});

export const { DELETE, OPTIONS, PATCH, POST, PUT } = refuseAllBut('GET');
