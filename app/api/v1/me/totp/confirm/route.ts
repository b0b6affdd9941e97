import { answer } from '@/app/_doors/answer/answer';
import { bodyOf } from '@/app/_doors/answer/read-request';
import { refuseAllBut } from '@/app/_doors/answer/refuse-all-but';
import { apiRoute } from '@/app/_doors/enter/enter-api';
import { confirmTotp } from '@/lib/services/factors/confirm-totp';

export const POST = apiRoute(
  async (ctx, request) => {
    const body = await bodyOf(request);
    return answer(body.ok ? await confirmTotp(ctx, body.value) : body);
  },
  { beforeFactor: true },
);

export const { DELETE, GET, HEAD, OPTIONS, PATCH, PUT } = refuseAllBut('POST');
