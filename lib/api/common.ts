import { z } from 'zod';
import 'zod-openapi';
import { type Day, isDay, isWrittenAsDay } from '@/lib/domain/day';
import { isWeek } from '@/lib/domain/week';

/** Years with four digits only: days are compared as text. */
export const day = z.iso
  .date({ error: 'a day like 2026-02-27', abort: true })
  .refine(isWrittenAsDay)
  .meta({ description: "A calendar day in the organisation's time zone", example: '2026-02-27' });

export const instant = z.iso
  .datetime({ offset: true })
  .meta({ description: 'An instant', example: '2026-02-27T06:00:04.120Z' });

/** A number as a query, a path or a form writes it: in digits alone, where JavaScript would take 1e2, 0x10 and blanks, too. */
export const inDigits = <N extends z.ZodType>(number: N) =>
  z.preprocess((given) => (typeof given === 'string' && /^\d{1,9}$/.test(given) ? Number(given) : given), number);

const limitError = { error: 'a whole number from 1 to 1000' };

/** Part of every list's query: how many, and where the page before ended. */
export const paging = {
  limit: inDigits(z.int(limitError).min(1, limitError).max(1000, limitError).default(100)).meta({
    description: 'How many at most',
    example: 100,
  }),
  cursor: z.string().min(1).max(200).optional().meta({ description: 'The `next` of the page before' }),
};

export const next = z.string().nullable().meta({ description: 'The `cursor` of the following page; null on the last' });

/** A day that a person may mean: a mistyped year is refused. */
export const calendarDay = day.refine(isDay, { error: 'a day of the years 1900 to 2999, like 2026-02-27' });

export const week = z
  .string({ error: 'a week like 2026-W47' })
  .refine(isWeek, { error: 'a week that exists, like 2026-W47' })
  .meta({ description: 'An ISO week, Monday to Sunday', example: '2026-W47' });

export const id = z.string().regex(/^[\w-]{1,100}$/, { error: 'an id as the list gives it' });

/** Text as people write it, kept exactly; only what no database can keep is refused. */
export const freeText = (longest: number) =>
  z
    .string({ error: 'Enter text' })
    .max(longest, `At most ${longest.toLocaleString('en-GB')} characters`)
    .regex(/^[^\0\p{Surrogate}]*$/u, 'Holds a character that is none; copy the text again');

/** `from` and `to` as a query gives them, both included, either left out. */
export const span = { from: day.optional(), to: day.optional() };

export const inOrder = ({ from, to }: { from?: Day | undefined; to?: Day | undefined }): boolean =>
  from === undefined || to === undefined || from <= to;

export const outOfOrder = { path: ['to'], error: 'must not be before `from`' };

/** RFC 9457. `kind` is stable and for programs; `title` and `detail` are for people. */
export const problemSchema = z
  .looseObject({
    title: z.string(),
    status: z.int(),
    kind: z.string(),
    detail: z.string().optional(),
    requestId: z.string().optional().meta({ description: 'The `X-Request-Id` of the answer; the log has it, too' }),
    errors: z.array(z.strictObject({ path: z.string(), message: z.string(), line: z.int().optional() })).optional(),
  })
  .meta({ id: 'Problem', description: 'Why there is no answer (RFC 9457); `kind` is stable' });
