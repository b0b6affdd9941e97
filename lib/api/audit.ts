import { z } from 'zod';
import { auditActions, auditOutcomes } from '@/lib/domain/audit';
import { inOrder, instant, next, outOfOrder, paging, span } from './common';

const actions = Object.keys(auditActions) as [keyof typeof auditActions];

const filter = {
  ...span,
  actor: z
    .string()
    .regex(/^[\w-]{1,100}$/, { error: 'a person’s id, `job` or `nobody`' })
    .optional()
    .meta({ description: 'A person’s id; `job` for the application’s own, `nobody` for who was not known' }),
  action: z.enum(actions, { error: 'one of those that `/audit/actions` lists' }).optional(),
};

export const auditFormats = ['csv', 'ndjson'] as const;
export type AuditFormat = (typeof auditFormats)[number];
const format = z.enum(auditFormats, { error: 'csv or ndjson' });

export const auditQuery = z.strictObject({
  ...filter,
  ...paging,
  format: format.optional().meta({ description: 'Downloads all of it as a file instead of a page' }),
});
export const auditInput = z.strictObject({ ...filter, ...paging }).refine(inOrder, outOfOrder);
export const auditExportInput = z.strictObject({ ...filter, format }).refine(inOrder, outOfOrder);

export const auditEntrySchema = z
  .strictObject({
    seq: z.int().min(1),
    at: instant,
    actor: z.strictObject({
      id: z.string().nullable(),
      name: z.string(),
      kind: z.enum(['person', 'job', 'nobody']),
    }),
    action: z.string().meta({ description: '`/audit/actions` says what each means' }),
    target: z.string().nullable(),
    outcome: z.enum(auditOutcomes),
    network: z.string().nullable().meta({ description: 'Null, too, once it has been forgotten' }),
    detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).meta({
      description: '`times` where a denial came more than once in its minute, `targetId` where the target has a name',
    }),
  })
  .meta({ id: 'AuditEntry', description: 'Somebody did something, or was denied it' });

export type AuditJson = z.output<typeof auditEntrySchema>;

export const auditListSchema = z.strictObject({ data: z.array(auditEntrySchema), next });
export const auditActionsSchema = z.strictObject({
  data: z.array(z.strictObject({ action: z.string(), words: z.string() })),
});
