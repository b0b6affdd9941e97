import { answer } from '@/app/_doors/answer/answer';
import { queryOf } from '@/app/_doors/answer/read-request';
import { refuseAllBut } from '@/app/_doors/answer/refuse-all-but';
import { apiRoute } from '@/app/_doors/enter/enter-api';
import { metricJson } from '@/lib/api/metric';
import { listMetrics } from '@/lib/services/snapshots/list-metrics';

export const GET = apiRoute(async (ctx, request) =>
  answer(await listMetrics(ctx, queryOf(request)), ({ metrics, next }) => ({ data: metrics.map(metricJson), next })),
);

export const { DELETE, OPTIONS, PATCH, POST, PUT } = refuseAllBut('GET');
