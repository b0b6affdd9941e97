import { answer } from '@/app/_doors/answer/answer';
import { refuseAllBut } from '@/app/_doors/answer/refuse-all-but';
import { apiRoute } from '@/app/_doors/enter/enter-api';
import { viewMe } from '@/lib/services/access/view-me';

export const GET = apiRoute(async (ctx) => answer(await viewMe(ctx, {})), { beforeFactor: true });

export const { DELETE, OPTIONS, PATCH, POST, PUT } = refuseAllBut('GET');
