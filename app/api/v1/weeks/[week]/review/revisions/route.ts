import { answer } from '@/app/_doors/answer/answer';
import { queryOf } from '@/app/_doors/answer/read-request';
import { refuseAllBut } from '@/app/_doors/answer/refuse-all-but';
import { apiRoute } from '@/app/_doors/enter/enter-api';
import { revisionJson } from '@/lib/api/review';
import { listRevisions } from '@/lib/services/weeks/list-revisions';

export const GET = apiRoute<{ week: string }>(async (ctx, request, { week }) =>
  answer(await listRevisions(ctx, { ...queryOf(request), week }), ({ revisions, next }) => ({
    data: revisions.map(revisionJson),
    next,
  })),
);

export const { DELETE, OPTIONS, PATCH, POST, PUT } = refuseAllBut('GET');
