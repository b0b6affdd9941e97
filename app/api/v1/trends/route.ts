import { answer } from '@/app/_doors/answer';
import { queryOf } from '@/app/_doors/asked';
import { apiRoute } from '@/app/_doors/enter-api';
import { refuseAllBut } from '@/app/_doors/refuse-all-but';
import { trendJson } from '@/lib/api/trend';
import { viewTrend } from '@/lib/services/trends/view-trend';

export const GET = apiRoute(async (ctx, request) => answer(await viewTrend(ctx, queryOf(request)), trendJson));

export const { DELETE, OPTIONS, PATCH, POST, PUT } = refuseAllBut('GET');
