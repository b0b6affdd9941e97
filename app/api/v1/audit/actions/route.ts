import { answer } from '@/app/_doors/answer/answer';
import { queryOf } from '@/app/_doors/answer/read-request';
import { refuseAllBut } from '@/app/_doors/answer/refuse-all-but';
import { apiRoute } from '@/app/_doors/enter/enter-api';
import { listAuditActions } from '@/lib/services/audit/list-audit-actions';

export const GET = apiRoute(async (ctx, request) => answer(await listAuditActions(ctx, queryOf(request))));

export const { DELETE, OPTIONS, PATCH, POST, PUT } = refuseAllBut('GET');
