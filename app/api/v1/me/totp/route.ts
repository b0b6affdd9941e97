import { answer } from '@/app/_doors/answer/answer';
import { refuseAllBut } from '@/app/_doors/answer/refuse-all-but';
import { apiRoute } from '@/app/_doors/enter/enter-api';
import { beginTotp } from '@/lib/services/factors/begin-totp';
import { removeTotp } from '@/lib/services/factors/remove-totp';

export const POST = apiRoute(
  async (ctx) => answer(await beginTotp(ctx, {}), ({ secret, otpauthUrl }) => ({ secret, otpauthUrl })),
  { beforeFactor: true },
);

export const DELETE = apiRoute(async (ctx) => answer(await removeTotp(ctx, {})), { beforeFactor: true });

export const { GET, HEAD, OPTIONS, PATCH, PUT } = refuseAllBut('POST', 'DELETE');
