import { answer } from '@/app/_doors/answer';
import { queryOf } from '@/app/_doors/asked';
import { apiRoute } from '@/app/_doors/enter/enter-api';
import { refuseAllBut } from '@/app/_doors/refuse-all-but';
import { latestSnapshot } from '@/lib/services/latest-snapshot';
import { snapshotJson } from '@/lib/views/api/snapshot';

export const GET = apiRoute(async (ctx, request) => answer(await latestSnapshot(ctx, queryOf(request)), snapshotJson));

export const { DELETE, OPTIONS, PATCH, POST, PUT } = refuseAllBut('GET');
