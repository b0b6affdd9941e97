import { answer } from '@/app/_doors/answer';
import { queryOf } from '@/app/_doors/asked';
import { apiRoute } from '@/app/_doors/enter-api';
import { refuseAllBut } from '@/app/_doors/refuse-all-but';
import { metricJson } from '@/lib/api/metric';
import { listMetrics } from '@/lib/services/snapshots/list-metrics';

export const GET = apiRoute(async (ctx, request) =>
  answer(await listMetrics(ctx, queryOf(request)), ({ metrics, next }) => ({ data: metrics.map(metricJson), next })),
);

export const { DELETE, OPTIONS, PATCH, POST, PUT } = refuseAllBut('GET');
