import { answer } from '@/app/_doors/answer/answer';
import { queryOf } from '@/app/_doors/answer/read-request';
import { refuseAllBut } from '@/app/_doors/answer/refuse-all-but';
import { apiRoute } from '@/app/_doors/enter/enter-api';
import { trendJson } from '@/lib/api/trend';
import { viewTrend } from '@/lib/services/trends/view-trend';

export const GET = apiRoute(async (ctx, request) => answer(await viewTrend(ctx, queryOf(request)), trendJson));

export const { DELETE, OPTIONS, PATCH, POST, PUT } = refuseAllBut('GET');
