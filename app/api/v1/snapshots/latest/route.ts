import { answer } from '@/app/_doors/answer/answer';
import { queryOf } from '@/app/_doors/answer/read-request';
import { refuseAllBut } from '@/app/_doors/answer/refuse-all-but';
import { apiRoute } from '@/app/_doors/enter/enter-api';
import { snapshotJson } from '@/lib/api/snapshot';
import { latestSnapshot } from '@/lib/services/snapshots/latest-snapshot';

export const GET = apiRoute(async (ctx, request) => answer(await latestSnapshot(ctx, queryOf(request)), snapshotJson));

export const { DELETE, OPTIONS, PATCH, POST, PUT } = refuseAllBut('GET');
