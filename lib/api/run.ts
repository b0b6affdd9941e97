import { z } from 'zod';
import { failureKinds } from '@/lib/domain/failure';
import type { Run, RunFailure } from '@/lib/domain/run';
import { calendarDay, day, inOrder, instant, next, outOfOrder, paging } from './common';
import { advisedJson, advisedSchema } from './failure';

const triggers = ['scheduled', 'manual', 'cli'] as const;
const outcomes = ['running', 'succeeded', 'failed'] as const;

/** Which runs are meant, by the names that the page's address has. */
export const runFilter = {
  outcome: z.enum(outcomes, { error: 'running, succeeded or failed' }).optional().meta({ description: 'How it ended' }),
  by: z.enum(triggers, { error: 'scheduled, manual or cli' }).optional().meta({ description: 'What began it' }),
  kind: z
    .enum(failureKinds, { error: `one of ${failureKinds.join(', ')}` })
    .optional()
    .meta({ description: 'Why it failed' }),
  from: calendarDay.optional().meta({ description: 'The first day whose runs are meant', example: '2026-02-01' }),
  to: calendarDay.optional().meta({ description: 'The last of them', example: '2026-02-27' }),
};

export const runsQuery = z.strictObject({ ...paging, ...runFilter }).refine(inOrder, outOfOrder);
export const runPath = z.strictObject({ id: z.string().regex(/^[\w-]{1,100}$/) });

export const runFailureSchema = advisedSchema.extend({
  nextTryAt: instant.nullable().meta({ description: 'When the scheduler tries again; null when it does not' }),
});

export const runSchema = z
  .strictObject({
    id: z.string(),
    trigger: z.enum(triggers),
    startedAt: instant,
    finishedAt: instant.nullable(),
    outcome: z.enum(outcomes),
    attempts: z.int().min(0).meta({ description: 'Requests sent to Enpass' }),
    day,
    snapshotId: z.string().nullable().meta({ description: 'The reading this run added; null unless it succeeded' }),
    failure: runFailureSchema.nullable(),
  })
  .meta({ id: 'Run', description: 'One attempt to get a reading' });

export const runListSchema = z.strictObject({ data: z.array(runSchema), next });
export const refreshedSchema = z.strictObject({ run: runSchema });

export type RunJson = z.output<typeof runSchema>;

export const runJson = (run: Run): RunJson => ({
  id: run.id,
  trigger: run.trigger,
  startedAt: run.startedAt.toISOString(),
  finishedAt: run.finishedAt?.toISOString() ?? null,
  outcome: run.outcome,
  attempts: run.attempts,
  day: run.day,
  // The answer of a run whose clocks were off is kept, too, but is no snapshot.
  snapshotId: run.outcome === 'succeeded' ? run.readingId : null,
  failure: run.failure === null ? null : failureJson(run.failure),
});

const failureJson = (failure: RunFailure): z.output<typeof runFailureSchema> => ({
  ...advisedJson(failure),
  nextTryAt: failure.nextTryAt?.toISOString() ?? null,
});
