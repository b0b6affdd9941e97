import { answer } from '@/app/_doors/answer/answer';
import { queryOf } from '@/app/_doors/answer/read-request';
import { refuseAllBut } from '@/app/_doors/answer/refuse-all-but';
import { apiRoute } from '@/app/_doors/enter/enter-api';
import { comparisonJson } from '@/lib/api/compare';
import { compareDays } from '@/lib/services/trends/compare-days';

export const GET = apiRoute(async (ctx, request) => answer(await compareDays(ctx, queryOf(request)), comparisonJson));

export const { DELETE, OPTIONS, PATCH, POST, PUT } = refuseAllBut('GET');
