import { z } from 'zod';
import { connectionSteps, type StepResult } from '@/lib/domain/connection-test';
import type { WordedFailure } from '@/lib/views/words/failures';
import { day, instant } from './common';
import { advisedJson, advisedSchema } from './failure';

const baseUrl = z
  .string({ error: 'Enter the base URL' })
  .trim()
  .min(1, 'Enter the base URL')
  .max(2000, 'At most 2,000 characters')
  .regex(/^[^\s\p{C}]*$/u, 'Has spaces or invisible characters; copy it again')
  .meta({
    description: 'From the Enpass Admin Console, Settings, API Access',
    example: 'https://enpass.example.com/admin/',
  });

/** Blank is "none given", as a form sends an untouched field. */
const token = z
  .string()
  .trim()
  .max(4096, 'Too long for an Enpass token')
  .regex(
    /^$|^[\x21-\x7e]{8,}$/,
    'This is no Enpass token: too short, or with spaces or characters no token has. Copy it again.',
  )
  .optional()
  .meta({ description: 'Write-only; absent or blank keeps the saved token, which works only with the same server' });

export const connectionInput = z.strictObject({
  baseUrl,
  token,
  tokenExpiresOn: z
    .union([day, z.literal('')], { error: 'a day like 2026-02-27, or nothing when it never expires' })
    .nullish()
    .meta({ description: 'The last day; null when it never expires; absent keeps it for a kept token' }),
});

export const connectionTestInput = z.strictObject({ baseUrl: baseUrl.optional(), token });

export const connectionSchema = z
  .strictObject({
    baseUrl: z.string(),
    tokenLast4: z.string(),
    tokenExpiresOn: day.nullable(),
    from: z.enum(['environment', 'settings']).meta({ description: 'Settings overrule the environment' }),
  })
  .meta({ id: 'Connection' });

export const connectionTestSchema = z
  .strictObject({
    ok: z.boolean(),
    testedAt: instant,
    tookMs: z.int().min(0),
    baseUrl: z.string(),
    tokenLast4: z.string(),
    steps: z.array(
      z.strictObject({ step: z.enum(connectionSteps), outcome: z.enum(['done', 'failed', 'not-tried', 'not-needed']) }),
    ),
    failure: advisedSchema.nullable(),
  })
  .meta({ id: 'ConnectionTest', description: 'How far one attempt came; nothing is stored' });

export type ConnectionJson = z.output<typeof connectionSchema>;
export type ConnectionTestJson = z.output<typeof connectionTestSchema>;

/** Picks what is public: views and tests know more than the API tells. */
export const connectionJson = ({ baseUrl, tokenLast4, tokenExpiresOn, from }: ConnectionJson): ConnectionJson => ({
  baseUrl,
  tokenLast4,
  tokenExpiresOn,
  from,
});

type Tested = Omit<ConnectionTestJson, 'testedAt' | 'steps' | 'failure'> & {
  readonly testedAt: Date;
  readonly steps: readonly StepResult[];
  readonly failure: WordedFailure | null;
};

export const connectionTestJson = ({ testedAt, steps, failure, ...test }: Tested): ConnectionTestJson => ({
  ok: test.ok,
  testedAt: testedAt.toISOString(),
  tookMs: test.tookMs,
  baseUrl: test.baseUrl,
  tokenLast4: test.tokenLast4,
  steps: steps.map(({ step, outcome }) => ({ step, outcome })),
  failure: failure === null ? null : advisedJson(failure),
});
