import { answer } from '@/app/_doors/answer';
import { queryOf } from '@/app/_doors/asked';
import { apiRoute } from '@/app/_doors/enter/enter-api';
import { refuseAllBut } from '@/app/_doors/refuse-all-but';
import { viewTrend } from '@/lib/services/view-trend';
import { trendJson } from '@/lib/views/api/trend';

export const GET = apiRoute(async (ctx, request) => answer(await viewTrend(ctx, queryOf(request)), trendJson));

export const { DELETE, OPTIONS, PATCH, POST, PUT } = refuseAllBut('GET');
