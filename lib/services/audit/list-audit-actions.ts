import { z } from 'zod';
import { auditActions } from '@/lib/domain/audit';
import { ok } from '@/lib/domain/result';
import { service } from '../service';

export const listAuditActions = service({
  permission: 'audit:see',
  input: z.strictObject({}),
  run: async () => ok({ data: Object.entries(auditActions).map(([action, words]) => ({ action, words })) }),
});
