import { answer } from '@/app/_doors/answer';
import { queryOf } from '@/app/_doors/asked';
import { apiRoute } from '@/app/_doors/enter-api';
import { refuseAllBut } from '@/app/_doors/refuse-all-but';
import { snapshotJson } from '@/lib/api/snapshot';
import { latestSnapshot } from '@/lib/services/snapshots/latest-snapshot';

export const GET = apiRoute(async (ctx, request) => answer(await latestSnapshot(ctx, queryOf(request)), snapshotJson));

export const { DELETE, OPTIONS, PATCH, POST, PUT } = refuseAllBut('GET');
