import { answer, answerProblem } from '@/app/_doors/answer/answer';
import { bodyOf } from '@/app/_doors/answer/read-request';
import { refuseAllBut } from '@/app/_doors/answer/refuse-all-but';
import { apiRoute } from '@/app/_doors/enter/enter-api';
import { optionsInput } from '@/lib/api/me';
import { askForNewPasskey, askForOwnPasskey } from '@/lib/services/factors/ask-for-passkey';

export const POST = apiRoute(
  async (ctx, request) => {
    const body = await bodyOf(request);
    if (!body.ok) return answerProblem(body.failure);
    const isProof = optionsInput.safeParse(body.value).data?.for === 'confirm';
    return isProof ? answer(await askForOwnPasskey(ctx, body.value)) : answer(await askForNewPasskey(ctx, body.value));
  },
  { beforeFactor: true },
);

export const { DELETE, GET, HEAD, OPTIONS, PATCH, PUT } = refuseAllBut('POST');
