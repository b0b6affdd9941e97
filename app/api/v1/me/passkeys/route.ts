import { answer } from '@/app/_doors/answer/answer';
import { bodyOf } from '@/app/_doors/answer/read-request';
import { refuseAllBut } from '@/app/_doors/answer/refuse-all-but';
import { apiRoute } from '@/app/_doors/enter/enter-api';
import { passkeyJson } from '@/lib/api/me';
import { addPasskey } from '@/lib/services/factors/add-passkey';
import { viewOwnFactors } from '@/lib/services/factors/view-own-factors';

export const GET = apiRoute(
  async (ctx) => answer(await viewOwnFactors(ctx, {}), ({ passkeys }) => ({ data: passkeys.map(passkeyJson) })),
  { beforeFactor: true },
);

export const POST = apiRoute(
  async (ctx, request) => {
    const body = await bodyOf(request);
    return answer(body.ok ? await addPasskey(ctx, body.value) : body, passkeyJson);
  },
  { beforeFactor: true },
);

export const { DELETE, OPTIONS, PATCH, PUT } = refuseAllBut('GET', 'POST');
