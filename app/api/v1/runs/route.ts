import { answer } from '@/app/_doors/answer';
import { queryOf } from '@/app/_doors/asked';
import { apiRoute } from '@/app/_doors/enter-api';
import { refuseAllBut } from '@/app/_doors/refuse-all-but';
import { runJson } from '@/lib/api/run';
import { listRuns } from '@/lib/services/capture/list-runs';

export const GET = apiRoute(async (ctx, request) =>
  answer(await listRuns(ctx, queryOf(request)), ({ runs, next }) => ({ data: runs.map(runJson), next })),
);

export const { DELETE, OPTIONS, PATCH, POST, PUT } = refuseAllBut('GET');
