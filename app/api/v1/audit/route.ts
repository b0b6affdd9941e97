import { answer, answerProblem } from '@/app/_doors/answer/answer';
import { answerFile } from '@/app/_doors/answer/answer-file';
import { queryOf } from '@/app/_doors/answer/read-request';
import { refuseAllBut } from '@/app/_doors/answer/refuse-all-but';
import { apiRoute } from '@/app/_doors/enter/enter-api';
import { exportAudit } from '@/lib/services/audit/export-audit';
import { listAudit } from '@/lib/services/audit/list-audit';

export const GET = apiRoute(async (ctx, request) => {
  const query = queryOf(request);
  if (!('format' in query)) return answer(await listAudit(ctx, query));
  const exported = await exportAudit(ctx, query);
  return exported.ok ? answerFile(exported.value) : answerProblem(exported.failure);
});

export const { DELETE, OPTIONS, PATCH, POST, PUT } = refuseAllBut('GET');
