import { answer } from '@/app/_doors/answer/answer';
import { bodyWith } from '@/app/_doors/answer/read-request';
import { refuseAllBut } from '@/app/_doors/answer/refuse-all-but';
import { apiRoute } from '@/app/_doors/enter/enter-api';
import { removePasskey, renamePasskey } from '@/lib/services/factors/change-passkey';

export const PATCH = apiRoute<{ id: string }>(
  async (ctx, request, { id }) => {
    const body = await bodyWith(request, { id });
    return answer(body.ok ? await renamePasskey(ctx, body.value) : body);
  },
  { beforeFactor: true },
);

export const DELETE = apiRoute<{ id: string }>(async (ctx, _, { id }) => answer(await removePasskey(ctx, { id })), {
  beforeFactor: true,
});

export const { GET, HEAD, OPTIONS, POST, PUT } = refuseAllBut('PATCH', 'DELETE');
