import { answer } from '@/app/_doors/answer/answer';
import { refuseAllBut } from '@/app/_doors/answer/refuse-all-but';
import { apiRoute } from '@/app/_doors/enter/enter-api';
import { renewRecoveryCodes } from '@/lib/services/factors/renew-recovery-codes';

export const POST = apiRoute(async (ctx) => answer(await renewRecoveryCodes(ctx, {})), { beforeFactor: true });

export const { DELETE, GET, HEAD, OPTIONS, PATCH, PUT } = refuseAllBut('POST');
