import { answer } from '@/app/_doors/answer/answer';
import { bodyOf } from '@/app/_doors/answer/read-request';
import { refuseAllBut } from '@/app/_doors/answer/refuse-all-but';
import { apiRoute } from '@/app/_doors/enter/enter-api';
import { connectionTestJson } from '@/lib/api/connection';
import { testConnection } from '@/lib/services/connection/test-connection';

export const POST = apiRoute(async (ctx, request) => {
  const body = await bodyOf(request);
  return answer(body.ok ? await testConnection(ctx, body.value) : body, connectionTestJson);
});

export const { DELETE, GET, HEAD, OPTIONS, PATCH, PUT } = refuseAllBut('POST');
