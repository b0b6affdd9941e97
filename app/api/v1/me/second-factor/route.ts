import { answer } from '@/app/_doors/answer/answer';
import { refuseAllBut } from '@/app/_doors/answer/refuse-all-but';
import { apiRoute } from '@/app/_doors/enter/enter-api';
import { factorsJson } from '@/lib/api/me';
import { viewOwnFactors } from '@/lib/services/factors/view-own-factors';

export const GET = apiRoute(async (ctx) => answer(await viewOwnFactors(ctx, {}), factorsJson), { beforeFactor: true });

export const { DELETE, OPTIONS, PATCH, POST, PUT } = refuseAllBut('GET');
