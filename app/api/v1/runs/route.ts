import { answer } from '@/app/_doors/answer/answer';
import { queryOf } from '@/app/_doors/answer/read-request';
import { refuseAllBut } from '@/app/_doors/answer/refuse-all-but';
import { apiRoute } from '@/app/_doors/enter/enter-api';
import { runJson } from '@/lib/api/run';
import { listRuns } from '@/lib/services/capture/list-runs';

export const GET = apiRoute(async (ctx, request) =>
  answer(await listRuns(ctx, queryOf(request)), ({ runs, next }) => ({ data: runs.map(runJson), next })),
);

export const { DELETE, OPTIONS, PATCH, POST, PUT } = refuseAllBut('GET');
