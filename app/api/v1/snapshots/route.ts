import { answer } from '@/app/_doors/answer/answer';
import { queryOf } from '@/app/_doors/answer/read-request';
import { refuseAllBut } from '@/app/_doors/answer/refuse-all-but';
import { apiRoute } from '@/app/_doors/enter/enter-api';
import { gapJson, snapshotJson } from '@/lib/api/snapshot';
import { listSnapshots } from '@/lib/services/snapshots/list-snapshots';

export const GET = apiRoute(async (ctx, request) =>
  answer(await listSnapshots(ctx, queryOf(request)), ({ snapshots, gaps, next }) => ({
    data: snapshots.map(snapshotJson),
    gaps: gaps.map(gapJson),
    next,
  })),
);

export const { DELETE, OPTIONS, PATCH, POST, PUT } = refuseAllBut('GET');
