import { answer } from '@/app/_doors/answer';
import { bodyOf } from '@/app/_doors/asked';
import { apiRoute } from '@/app/_doors/enter/enter-api';
import { refuseAllBut } from '@/app/_doors/refuse-all-but';
import { testConnection } from '@/lib/services/test-connection';
import { connectionTestJson } from '@/lib/views/api/connection';

export const POST = apiRoute(async (ctx, request) => {
  const body = await bodyOf(request);
  return answer(body.ok ? await testConnection(ctx, body.value) : body, connectionTestJson);
});

export const { DELETE, GET, HEAD, OPTIONS, PATCH, PUT } = refuseAllBut('POST');
