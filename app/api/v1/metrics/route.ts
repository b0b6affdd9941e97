import { answer } from '@/app/_doors/answer';
import { queryOf } from '@/app/_doors/asked';
import { apiRoute } from '@/app/_doors/enter/enter-api';
import { refuseAllBut } from '@/app/_doors/refuse-all-but';
import { listMetrics } from '@/lib/services/list-metrics';
import { metricJson } from '@/lib/views/api/metric';

export const GET = apiRoute(async (ctx, request) =>
  answer(await listMetrics(ctx, queryOf(request)), ({ metrics, next }) => ({ data: metrics.map(metricJson), next })),
);

export const { DELETE, OPTIONS, PATCH, POST, PUT } = refuseAllBut('GET');
