import { answer } from '@/app/_doors/answer/answer';
import { queryOf } from '@/app/_doors/answer/read-request';
import { refuseAllBut } from '@/app/_doors/answer/refuse-all-but';
import { apiRoute } from '@/app/_doors/enter/enter-api';
import { wholeRevisionJson } from '@/lib/api/review';
import { viewRevision } from '@/lib/services/weeks/view-revision';

export const GET = apiRoute<{ week: string; number: string }>(async (ctx, request, { week, number }) =>
  answer(await viewRevision(ctx, { ...queryOf(request), week, number }), ({ revision }) => wholeRevisionJson(revision)),
);

export const { DELETE, OPTIONS, PATCH, POST, PUT } = refuseAllBut('GET');
