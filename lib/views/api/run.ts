import { z } from 'zod';
import { failureKinds } from '@/lib/domain/failure';
import { day, instant, next, paging } from './common';

export const runsQuery = z.strictObject(paging);

export const runFailureSchema = z.strictObject({
  kind: z.enum(failureKinds),
  message: z.string().meta({ description: 'What happened, in a sentence' }),
  advice: z.string().meta({ description: 'What to do about it' }),
  nextTryAt: instant.nullable().meta({ description: 'When the scheduler tries again; null when it does not' }),
});

export const runSchema = z
  .strictObject({
    id: z.string(),
    trigger: z.enum(['scheduled', 'manual', 'cli']),
    startedAt: instant,
    finishedAt: instant.nullable(),
    outcome: z.enum(['running', 'succeeded', 'failed']),
    attempts: z.int().min(0).meta({ description: 'Requests sent to Enpass' }),
    day,
    snapshotId: z.string().nullable().meta({ description: 'The reading this run added; null unless it succeeded' }),
    failure: runFailureSchema.nullable(),
  })
  .meta({ id: 'Run', description: 'One attempt to get a reading' });

export const runListSchema = z.strictObject({ data: z.array(runSchema), next });
export const refreshedSchema = z.strictObject({ run: runSchema });

export type RunJson = z.output<typeof runSchema>;
