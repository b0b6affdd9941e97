import { answer } from '@/app/_doors/answer/answer';
import { queryOf } from '@/app/_doors/answer/read-request';
import { refuseAllBut } from '@/app/_doors/answer/refuse-all-but';
import { apiRoute } from '@/app/_doors/enter/enter-api';
import { forecastJson } from '@/lib/api/forecast';
import { viewForecast } from '@/lib/services/forecasts/view-forecast';

export const GET = apiRoute(async (ctx, request) => answer(await viewForecast(ctx, queryOf(request)), forecastJson));

export const { DELETE, OPTIONS, PATCH, POST, PUT } = refuseAllBut('GET');
