import { answer } from '@/app/_doors/answer/answer';
import { queryOf } from '@/app/_doors/answer/read-request';
import { refuseAllBut } from '@/app/_doors/answer/refuse-all-but';
import { apiRoute } from '@/app/_doors/enter/enter-api';
import { weekJson } from '@/lib/api/week';
import { listWeeks } from '@/lib/services/weeks/list-weeks';

export const GET = apiRoute(async (ctx, request) =>
  answer(await listWeeks(ctx, queryOf(request)), ({ weeks, next }) => ({ data: weeks.map(weekJson), next })),
);

export const { DELETE, OPTIONS, PATCH, POST, PUT } = refuseAllBut('GET');
