import { answer, answerProblem } from '@/app/_doors/answer/answer';
import { bodyOf } from '@/app/_doors/answer/read-request';
import { refuseAllBut } from '@/app/_doors/answer/refuse-all-but';
import { apiRoute } from '@/app/_doors/enter/enter-api';
import { confirmInput } from '@/lib/api/me';
import { confirmByPasskey } from '@/lib/services/factors/confirm-by-passkey';
import { confirmYourself } from '@/lib/services/factors/confirm-yourself';

export const POST = apiRoute(
  async (ctx, request) => {
    const body = await bodyOf(request);
    if (!body.ok) return answerProblem(body.failure);
    const byPasskey = confirmInput.safeParse(body.value).data?.answer !== undefined;
    const done = await (byPasskey ? confirmByPasskey(ctx, body.value) : confirmYourself(ctx, body.value));
    return done.ok ? new Response(null, { status: 204, headers: { 'Cache-Control': 'no-store' } }) : answer(done);
  },
  { beforeFactor: true },
);

export const { DELETE, GET, HEAD, OPTIONS, PATCH, PUT } = refuseAllBut('POST');
