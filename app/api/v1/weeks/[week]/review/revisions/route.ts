import { answer } from '@/app/_doors/answer';
import { queryOf } from '@/app/_doors/asked';
import { apiRoute } from '@/app/_doors/enter/enter-api';
import { refuseAllBut } from '@/app/_doors/refuse-all-but';
import { listRevisions } from '@/lib/services/list-revisions';
import { revisionJson } from '@/lib/views/api/review';

export const GET = apiRoute<{ week: string }>(async (ctx, request, { week }) =>
  answer(await listRevisions(ctx, { ...queryOf(request), week }), ({ revisions, next }) => ({
    data: revisions.map(revisionJson),
    next,
  })),
);

export const { DELETE, OPTIONS, PATCH, POST, PUT } = refuseAllBut('GET');
